# The encoder as TorchScript, for x86 builds of PyTorch. plain.py is the same for all other builds.
#
# weights, as stored (fp16 or fp32), V words, P positions, H numbers in a token's vector:
#   words [V, H], positions [P, H], token types [.., H], weight and bias of the embeddings' layer norm; then for each
#   layer weight and bias of query, key, value, attention's output, its layer norm, feed-forward up, down, layer norm.
# weights, after prepare:
#   words as stored, positions with token type 0 added (fp32), weight and bias of the embeddings' layer norm; then for
#   each layer, in fp32 and bf16: weight (in oneDNN's layout) and bias of query, key and value in one, attention's
#   output, its layer norm, feed-forward up, down, layer norm: 12 tensors. In int8, 19 tensors: see calibrate.
class Encoder(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  layers : int
  heads : int
  hidden : int
  epsilon : float
  first : bool
  precision : int
  steps : int
  half : bool
  weights : List[Tensor]

  # Rewrites the weights for a precision, once: 0 fp32, 1 bf16. Returns it.
  def prepare(self: __torch__.Encoder, precision: int) -> int:
    if precision < 0 or precision > 1:
      ops.prim.RaiseException("precision must be 0 (fp32) or 1 (bf16); int8 has prepare_int8")
    self.half = precision == 1
    stored = (self).prepare_embeddings()
    for layer in range(self.layers):
      at = 5 + 16 * layer
      w, b = (self).query_key_value(stored, at)
      (self).add_linear(w, b, precision)
      (self).add_linear(stored[at + 6], stored[at + 7], precision)
      self.weights.append(stored[at + 8].to(6))
      self.weights.append(stored[at + 9].to(6))
      (self).add_linear(stored[at + 10], stored[at + 11], precision)
      (self).add_linear(stored[at + 12], stored[at + 13], precision)
      self.weights.append(stored[at + 14].to(6))
      self.weights.append(stored[at + 15].to(6))
      (self).forget(stored, at)
    self.precision = precision
    return precision

  # Rewrites the weights for int8, instead of prepare. half: whether this CPU multiplies bf16 matrices at full speed; it
  # then attends in bf16. ids and lengths, as forward takes them: some hundred tokens of ordinary text, for the range of
  # the activations. Returns 2.
  def prepare_int8(self: __torch__.Encoder, half: bool, ids: Tensor, lengths: List[int]) -> int:
    self.half = half
    stored = (self).prepare_embeddings()
    (self).calibrate(stored, ids, lengths)
    self.precision = 2
    return 2

  # Rewrites the weights of the embeddings. Returns all as they were stored.
  def prepare_embeddings(self: __torch__.Encoder) -> List[Tensor]:
    if self.precision >= 0:
      ops.prim.RaiseException("the module was prepared before")
    stored = self.weights
    self.weights = annotate(List[Tensor], [])
    self.weights.append(stored[0])
    self.weights.append(stored[1].to(6) + stored[2][0].to(6))
    self.weights.append(stored[3].to(6))
    self.weights.append(stored[4].to(6))
    return stored

  # Lets go of what is stored for a layer, to keep the peak of memory low.
  def forget(self: __torch__.Encoder, stored: List[Tensor], at: int) -> NoneType:
    for i in range(16):
      stored[at + i] = torch.empty([0])
    return None

  # Weight [3 H, H] and bias [3 H] of query, key and value in one, in fp32; to be called when the last of the new weights
  # is the bias of the layer norm before. For attend_half the query is divided by the root of a head's width, as attention
  # asks for, and multiplied by log2(e), since attend_half takes powers of 2. The keys are moved to have about zero for
  # their mean: that changes no softmax, since a query's score then changes by the same for all keys, but makes the scores
  # small, so that bf16 rounds them less.
  def query_key_value(self: __torch__.Encoder, stored: List[Tensor], at: int) -> Tuple[Tensor, Tensor]:
    scale = 1.0
    if self.half:
      scale = (float(self.heads) / float(self.hidden)) ** 0.5 * 1.4426950408889634
    w = torch.cat([stored[at].to(6) * scale, stored[at + 2].to(6), stored[at + 4].to(6)])
    keys = stored[at + 3].to(6)
    if self.half:
      keys = torch.neg(torch.matmul(stored[at + 2].to(6), self.weights[-1]))
    b = torch.cat([stored[at + 1].to(6) * scale, keys, stored[at + 5].to(6)])
    return w, b

  # Adds a linear layer, weight [out, in] and bias [out], as mkldnn._linear_pointwise takes it.
  def add_linear(self: __torch__.Encoder, weight: Tensor, bias: Tensor, precision: int) -> NoneType:
    type = 6
    if precision == 1:
      type = 15
    self.weights.append(ops.mkldnn._reorder_linear_weight(weight.to(type).contiguous()))
    self.weights.append(bias.to(type))
    return None

  # Adds a linear layer as int8_linear takes it: weight, bias, and the steps of the weight's rows.
  def add_int8(self: __torch__.Encoder, weight: Tensor, bias: Tensor) -> NoneType:
    steps = weight.abs().amax([1]).clamp_min(1e-12) / float(self.steps)
    q = torch.quantize_per_channel(weight, steps, torch.zeros([weight.size(0)], dtype=4), 0, 12)
    self.weights.append(ops.onednn.qlinear_prepack(q.int_repr(), None))
    self.weights.append(bias.contiguous())
    self.weights.append(steps)
    return None

  # How many steps each side of zero a weight may have. CPUs without VNNI add two products in 16 bits, which overflows
  # when both are large: there weights get 7 bits.
  def weight_steps(self: __torch__.Encoder) -> int:
    ones = torch.ones([64, 64])
    q = torch.quantize_per_channel(ones, torch.full([64], 1.0 / 127.0), torch.zeros([64], dtype=4), 0, 12)
    w = ops.onednn.qlinear_prepack(q.int_repr(), None)
    none = annotate(List[Optional[number]], [])
    x = torch.full([4, 64], 255, dtype=0)
    y = ops.onednn.qlinear_pointwise(x, 1.0 / 255.0, 0, w, torch.full([64], 1.0 / 127.0), torch.zeros([1], dtype=3), None, 1.0, 0, 6, "none", none, "")
    if float((y - 64.0).abs().max()) > 1.0:
      return 63
    return 127

  # The int8 weights, and the steps of the activations, from a pass of the calibration text in fp32. For each layer:
  #   0 [H]: what makes the layer's input steps; 1-3: query, key and value; 4-6: attention's output; 7-8: layer norm;
  #   9 [H]: what makes the feed-forward's input steps; 10-12: up; 13 [1]: the step of gelu's output; 14-16: down;
  #   17-18: layer norm.
  # Each input channel has a step of its own, folded into the weight: SmoothQuant (Xiao et al., 2023), alpha 0.7. The
  # steps of attention's output are folded into the values' weight also.
  def calibrate(self: __torch__.Encoder, stored: List[Tensor], ids: Tensor, lengths: List[int]) -> NoneType:
    self.steps = (self).weight_steps()
    hidden = self.hidden
    p = self.weights
    counts, sizes = (self).runs(lengths, 1)
    wide_counts, wide_sizes = (self).runs(lengths, 16)
    rows, back, masks = (self).padding(lengths)
    x = (self).embed(ids, counts, sizes)
    for layer in range(self.layers):
      at = 5 + 16 * layer
      w, b = (self).query_key_value(stored, at)
      step = (self).input_steps(x, w)
      qkv = torch.linear(x, w, b)
      if self.half:
        attention = (self).attend_half(qkv.to(15), wide_counts, wide_sizes, rows, back, masks).to(6)
      else:
        attention = (self).attend(qkv, counts, sizes)
      wo = stored[at + 6].to(6).contiguous()
      bo = stored[at + 7].to(6)
      out_step = (self).input_steps(attention, wo)
      scale = torch.cat([torch.ones([2 * hidden]), 1.0 / out_step])
      p.append(1.0 / step)
      (self).add_int8(w * scale.unsqueeze(1) * step, b * scale)
      (self).add_int8(wo * out_step, bo)
      p.append(stored[at + 8].to(6))
      p.append(stored[at + 9].to(6))
      x = torch.layer_norm(torch.linear(attention, wo, bo) + x, [hidden], p[-2], p[-1], self.epsilon)
      w = stored[at + 10].to(6).contiguous()
      b = stored[at + 11].to(6)
      step = (self).input_steps(x, w)
      p.append(1.0 / step)
      (self).add_int8(w * step, b)
      up = torch.gelu(torch.linear(x, w, b))
      p.append((up.amax([]).view([1]) * 1.1 + 0.17) / 255.0)
      w = stored[at + 12].to(6).contiguous()
      b = stored[at + 13].to(6)
      (self).add_int8(w, b)
      p.append(stored[at + 14].to(6))
      p.append(stored[at + 15].to(6))
      x = torch.layer_norm(torch.linear(up, w, b) + x, [hidden], p[-2], p[-1], self.epsilon)
      (self).forget(stored, at)
    return None

  # The step of each channel of x [T, in], so that all steps of a channel reach a tenth beyond what the calibration text
  # has; w [out, in] is the weight that x meets.
  def input_steps(self: __torch__.Encoder, x: Tensor, w: Tensor) -> Tensor:
    inputs = x.abs().amax([0]).clamp_min(1e-3)
    weights = w.abs().amax([0]).clamp_min(1e-5)
    balance = torch.pow(inputs, 0.7) / torch.pow(weights, 0.3)
    return balance * ((inputs / balance).amax([0]) * (1.1 / 127.0))

  # 8-bit integers of x [T, n], which is in steps, with 128.5 for zero. Changes x. Conversion by way of int32 is the fast
  # one.
  def quantize(self: __torch__.Encoder, x: Tensor) -> Tensor:
    return x.clamp_(0.0, 255.0).to(3).to(0)

  # The output [T, out] of the int8 layer at weights[i], in type, for integers x [T, in] that quantize gives.
  def int8_linear(self: __torch__.Encoder, x: Tensor, i: int, type: int) -> Tensor:
    w = self.weights
    none = annotate(List[Optional[number]], [])
    return ops.onednn.qlinear_pointwise(x, 1.0, 128, w[i], w[i + 2], torch.zeros([1], dtype=3), w[i + 1], 1.0, 0, type, "none", none, "")

  # The same for steps of any size and another zero, added to y [T, out] in place.
  def int8_linear_onto(self: __torch__.Encoder, y: Tensor, x: Tensor, step: float, zero: int, i: int) -> Tensor:
    w = self.weights
    none = annotate(List[Optional[number]], [])
    return ops.onednn.qlinear_pointwise(x, step, zero, w[i], w[i + 2], torch.zeros([1], dtype=3), y, w[i + 1], 1.0, 0, 6, 1.0, 0, "sum", 1.0, "none", none, "")

  # A layer in int8, x [T, H] to [T, H], or to the rows that are kept if any is named. Changes x.
  def int8_layer(self: __torch__.Encoder, x: Tensor, i: int, counts: List[int], sizes: List[int], rows: Tensor, back: Tensor, masks: List[Tensor], kept: Tensor) -> Tensor:
    w = self.weights
    zero_point = torch.full([1], 128.5)
    none = annotate(List[Optional[number]], [])
    steps = (self).quantize(torch.addcmul(zero_point, x, w[i]))
    if self.half:
      qkv = (self).int8_linear(steps, i + 1, 15)
      attention = (self).attend_half(qkv, counts, sizes, rows, back, masks).to(6)
    else:
      qkv = (self).int8_linear(steps, i + 1, 6)
      attention = (self).attend(qkv, counts, sizes)
    if kept.size(0) > 0:
      attention = torch.index_select(attention, 0, kept)
      x = torch.index_select(x, 0, kept)
    y = (self).int8_linear_onto(x, (self).quantize(attention.add_(128.5)), 1.0, 128, i + 4)
    y = torch.layer_norm(y, [self.hidden], w[i + 7], w[i + 8], self.epsilon)
    # gelu is never below -0.17.
    step = float(w[i + 13])
    zero = int(0.17 / step + 0.5)
    up = ops.onednn.qlinear_pointwise((self).quantize(torch.addcmul(zero_point, y, w[i + 9])), 1.0, 128, w[i + 10], w[i + 12], torch.zeros([1], dtype=3), w[i + 11], step, zero, 0, "gelu", none, "none")
    y = (self).int8_linear_onto(y, up, step, zero, i + 14)
    return torch.layer_norm(y, [self.hidden], w[i + 17], w[i + 18], self.epsilon)

  # A layer in fp32 or bf16, x [T, H] to [T, H], or to the rows that are kept if any is named.
  def layer(self: __torch__.Encoder, x: Tensor, i: int, counts: List[int], sizes: List[int], rows: Tensor, back: Tensor, masks: List[Tensor], kept: Tensor) -> Tensor:
    w = self.weights
    none = annotate(List[Optional[number]], [])
    qkv = ops.mkldnn._linear_pointwise(x, w[i], w[i + 1], "none", none, "")
    if self.half:
      attention = (self).attend_half(qkv, counts, sizes, rows, back, masks)
    else:
      attention = (self).attend(qkv, counts, sizes)
    if kept.size(0) > 0:
      attention = torch.index_select(attention, 0, kept)
      x = torch.index_select(x, 0, kept)
    y = ops.mkldnn._linear_pointwise(attention, x, w[i + 2], w[i + 3], "add")
    y = torch.layer_norm(y, [self.hidden], w[i + 4], w[i + 5], self.epsilon)
    up = ops.mkldnn._linear_pointwise(y, w[i + 6], w[i + 7], "gelu", none, "none")
    z = ops.mkldnn._linear_pointwise(up, y, w[i + 8], w[i + 9], "add")
    return torch.layer_norm(z, [self.hidden], w[i + 10], w[i + 11], self.epsilon)

  # Runs of sequences whose lengths are the same when rounded up to a multiple of unit: how many, and that length.
  def runs(self: __torch__.Encoder, lengths: List[int], unit: int) -> Tuple[List[int], List[int]]:
    counts = annotate(List[int], [])
    sizes = annotate(List[int], [])
    for length in lengths:
      size = (length + unit - 1) // unit * unit
      if len(sizes) > 0 and sizes[-1] == size:
        counts[-1] = counts[-1] + 1
      else:
        sizes.append(size)
        counts.append(1)
    return counts, sizes

  # Attention of runs of sequences of one length, qkv [T, 3 H] to [T, H], for any type. Rows beyond the runs become 0.
  def attend(self: __torch__.Encoder, qkv: Tensor, counts: List[int], sizes: List[int]) -> Tensor:
    mixed = annotate(List[Tensor], [])
    at = 0
    for run in range(len(sizes)):
      n = counts[run]
      size = sizes[run]
      part = qkv.narrow(0, at, n * size).view([n, size, 3, self.heads, -1]).permute([2, 0, 3, 1, 4])
      y = torch.scaled_dot_product_attention(part[0], part[1], part[2])
      mixed.append(y.transpose(1, 2).reshape([n * size, self.hidden]))
      at = at + n * size
    if at < qkv.size(0):
      mixed.append(torch.zeros([qkv.size(0) - at, self.hidden], dtype=qkv.dtype))
    return torch.cat(mixed)

  # How attend_half pads. rows: of qkv as rows of one head's numbers [T * 3 * heads, H / heads], which to take, for each run
  # in the order [3, n, heads, size]; back [T, heads]: where in the runs' outputs [n, heads, size] each token's are; and for
  # each run [n * heads, 1, size] what to add to the scores: much less than any at what is padding.
  def padding(self: __torch__.Encoder, lengths: List[int]) -> Tuple[Tensor, Tensor, List[Tensor]]:
    counts, sizes = (self).runs(lengths, 16)
    heads = self.heads
    tokens = torch.tensor(lengths)
    starts = torch.cumsum(tokens, 0) - tokens
    parts = torch.arange(3 * heads).view([3, 1, heads, 1])
    rows = annotate(List[Tensor], [])
    back = annotate(List[Tensor], [])
    masks = annotate(List[Tensor], [])
    at = 0
    outputs = 0
    for run in range(len(sizes)):
      n = counts[run]
      size = sizes[run]
      ends = tokens.narrow(0, at, n).unsqueeze(1)
      column = torch.arange(size).unsqueeze(0)
      within = torch.lt(column, ends)
      taken = starts.narrow(0, at, n).unsqueeze(1) + torch.minimum(column, ends - 1)
      rows.append((taken.view([n, 1, size]) * (3 * heads) + parts).flatten())
      places = torch.arange(n * heads * size).view([n, heads, size]).transpose(1, 2)
      back.append(outputs + places.masked_select(within.unsqueeze(2)).view([-1, heads]))
      mask = torch.where(within, torch.zeros([]), torch.full([], -1e30)).to(15)
      masks.append(mask.view([n, 1, 1, size]).expand([n, heads, 1, size]).reshape([n * heads, 1, size]))
      at = at + n
      outputs = outputs + n * heads * size
    return torch.cat(rows), torch.cat(back), masks

  # Attention in bf16, qkv [T, 3 H] to [T, H]: batched multiplications over runs that padding has padded, which are
  # faster than the small ones of scaled_dot_product_attention, with the softmax in fp32: PyTorch's exp2 takes a fifth of
  # the time of its exp. Taking the rows of each head one by one moves the numbers once where padding whole tokens and
  # then parting the heads moves them twice.
  def attend_half(self: __torch__.Encoder, qkv: Tensor, counts: List[int], sizes: List[int], rows: Tensor, back: Tensor, masks: List[Tensor]) -> Tensor:
    heads = self.heads
    width = self.hidden // heads
    padded = torch.index_select(qkv.view([-1, width]), 0, rows)
    mixed = annotate(List[Tensor], [])
    at = 0
    for run in range(len(sizes)):
      n = counts[run]
      size = sizes[run]
      part = padded.narrow(0, at, 3 * n * heads * size).view([3, n * heads, size, width])
      scores = torch.baddbmm(masks[run], part[0], part[1].transpose(1, 2)).to(6)
      scores.sub_(torch.amax(scores, [-1], True)).exp2_()
      y = torch.bmm(scores.div_(torch.sum(scores, [-1], True)).to(15), part[2])
      mixed.append(y.view([-1, width]))
      at = at + 3 * n * heads * size
    return torch.index_select(torch.cat(mixed), 0, back.flatten()).view([-1, self.hidden])

  # The embeddings [T, H] of tokens in runs of sequences of one length, in fp32.
  def embed(self: __torch__.Encoder, ids: Tensor, counts: List[int], sizes: List[int]) -> Tensor:
    w = self.weights
    x = torch.embedding(w[0], ids).to(6)
    at = 0
    for run in range(len(sizes)):
      n = counts[run] * sizes[run]
      x.narrow(0, at, n).view([counts[run], sizes[run], self.hidden]).add_(w[1].narrow(0, 0, sizes[run]))
      at = at + n
    return torch.layer_norm(x, [self.hidden], w[2], w[3], self.epsilon)

  # The rows of the sequences' first tokens, filled up as tokens are in forward.
  def firsts(self: __torch__.Encoder, lengths: List[int]) -> Tensor:
    tokens = torch.tensor(lengths)
    return torch.cat([torch.cumsum(tokens, 0) - tokens, torch.zeros([-len(lengths) % 16], dtype=4)])

  # The mean [sequences, H] in fp32 of each sequence's tokens x [T, H].
  def means(self: __torch__.Encoder, x: Tensor, counts: List[int], sizes: List[int]) -> Tensor:
    vectors = annotate(List[Tensor], [])
    at = 0
    for run in range(len(sizes)):
      n = counts[run] * sizes[run]
      vectors.append(x.narrow(0, at, n).view([counts[run], sizes[run], self.hidden]).to(6).mean([1]))
      at = at + n
    return torch.cat(vectors)

  # ids [T]: the tokens of all sequences, one after the other; lengths: tokens of each, ascending. Returns
  # [sequences, H] in fp32, of length 1.
  def forward(self: __torch__.Encoder, ids: Tensor, lengths: List[int]) -> Tensor:
    if self.precision < 0:
      ops.prim.RaiseException("prepare was not called")
    total = 0
    last = 0
    for length in lengths:
      total = total + length
      if length < 1 or length > self.weights[1].size(0):
        ops.prim.RaiseException("a sequence has no tokens, or more than the model has positions")
      if length < last:
        ops.prim.RaiseException("the lengths do not ascend")
      last = length
    if total != ids.size(0):
      ops.prim.RaiseException("the lengths do not add up to the number of tokens")
    if total == 0:
      return torch.zeros([0, self.hidden])
    counts, sizes = (self).runs(lengths, 1)
    # PyTorch keeps compiled code, about 3 MB, for each number of rows that it has seen: see to it that these are few.
    filler = torch.zeros([-total % 16], dtype=4)
    x = (self).embed(torch.cat([ids, filler]), counts, sizes)
    if self.precision == 1:
      x = x.to(15)
    wide_counts = counts
    wide_sizes = sizes
    rows = ids
    back = ids
    masks = annotate(List[Tensor], [])
    if self.half:
      wide_counts, wide_sizes = (self).runs(lengths, 16)
      rows, back, masks = (self).padding(lengths)
      back = torch.cat([back, filler.unsqueeze(1).expand([-1, self.heads])])
    kept = torch.empty([0], dtype=4)
    for layer in range(self.layers):
      if self.first and layer == self.layers - 1:
        kept = (self).firsts(lengths)
      if self.precision == 2:
        x = (self).int8_layer(x, 4 + 19 * layer, wide_counts, wide_sizes, rows, back, masks, kept)
      else:
        x = (self).layer(x, 4 + 12 * layer, wide_counts, wide_sizes, rows, back, masks, kept)
    if self.first:
      v = x.narrow(0, 0, len(lengths)).to(6)
    else:
      v = (self).means(x, counts, sizes)
    return v / v.norm(2, [1], True).clamp_min(1e-12)

  # The matrix multiplications of a pass over so many tokens and nothing else, on ones: the physical limit that forward is
  # measured against.
  def linears(self: __torch__.Encoder, tokens: int) -> Tensor:
    w = self.weights
    none = annotate(List[Optional[number]], [])
    sum = torch.zeros([])
    if self.precision == 2:
      x = torch.ones([tokens, self.hidden], dtype=0)
      up = torch.ones([tokens, 4 * self.hidden], dtype=0)
      for layer in range(self.layers):
        for at in [1, 4, 10, 14]:
          input = x
          if at == 14:
            input = up
          y = (self).int8_linear(input, 4 + 19 * layer + at, 6)
          sum.add_(y[0][0])
    else:
      type = 6
      if self.precision == 1:
        type = 15
      x = torch.ones([tokens, self.hidden], dtype=type)
      up = torch.ones([tokens, 4 * self.hidden], dtype=type)
      for layer in range(self.layers):
        for at in [0, 2, 6, 8]:
          input = x
          if at == 8:
            input = up
          y = ops.mkldnn._linear_pointwise(input, w[4 + 12 * layer + at], w[5 + 12 * layer + at], "none", none, "")
          sum.add_(y[0][0].to(6))
    return sum
