# The encoder as TorchScript, for x86 builds of PyTorch. plain.py is the same for all other builds.
#
# weights, as stored (fp16 or fp32), V words, P positions, H numbers in a token's vector:
#   words [V, H], positions [P, H], token types [.., H], weight and bias of the embeddings' layer norm; then for each
#   layer weight and bias of query, key, value, attention's output, its layer norm, feed-forward up, down, layer norm.
# weights, after prepare:
#   words as stored, positions with token type 0 added (fp32), weight and bias of the embeddings' layer norm; then for
#   each layer weight and bias of query, key and value in one, attention's output, its layer norm, feed-forward up,
#   down, layer norm. The weights of linear layers are in oneDNN's layout; for int8 they are in packed, 4 for each layer.
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
  weights : List[Tensor]
  packed : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]

  # Rewrites the weights for a precision, once: 0 fp32, 1 bf16, 2 int8. Returns it.
  def prepare(self: __torch__.Encoder, precision: int) -> int:
    if self.precision >= 0:
      ops.prim.RaiseException("prepare was called before")
    if precision < 0 or precision > 2:
      ops.prim.RaiseException("precision must be 0 (fp32), 1 (bf16) or 2 (int8)")
    stored = self.weights
    self.weights = annotate(List[Tensor], [])
    prepared = self.weights
    prepared.append(stored[0])
    prepared.append(stored[1].to(6) + stored[2][0].to(6))
    prepared.append(stored[3].to(6))
    prepared.append(stored[4].to(6))
    if precision == 2:
      self.steps = (self).levels()
    for layer in range(self.layers):
      at = 5 + 16 * layer
      (self).add_linear(torch.cat([stored[at], stored[at + 2], stored[at + 4]]), torch.cat([stored[at + 1], stored[at + 3], stored[at + 5]]), precision)
      (self).add_linear(stored[at + 6], stored[at + 7], precision)
      prepared.append(stored[at + 8].to(6))
      prepared.append(stored[at + 9].to(6))
      (self).add_linear(stored[at + 10], stored[at + 11], precision)
      (self).add_linear(stored[at + 12], stored[at + 13], precision)
      prepared.append(stored[at + 14].to(6))
      prepared.append(stored[at + 15].to(6))
      # What is stored for this layer is not needed again: let go of it now, to keep the peak low.
      for i in range(16):
        stored[at + i] = torch.empty([0])
    self.precision = precision
    return precision

  # Adds a linear layer, weight [out, in] and bias [out], in the form that linear reads.
  def add_linear(self: __torch__.Encoder, weight: Tensor, bias: Tensor, precision: int) -> NoneType:
    w = weight.to(6).contiguous()
    if precision == 2:
      scales = w.abs().amax([1]).clamp_min(1e-12) / 127.0
      zeros = torch.zeros([w.size(0)], dtype=4)
      q = torch.quantize_per_channel(w, scales, zeros, 0, 12)
      self.packed.append(ops.quantized.linear_prepack(q, None))
      self.weights.append(torch.empty([0]))
      self.weights.append(bias.to(6))
    else:
      type = 6
      if precision == 1:
        type = 15
      self.weights.append(ops.mkldnn._reorder_linear_weight(w.to(type)))
      self.weights.append(bias.to(type))
    return None

  # How many steps each side of zero an 8-bit activation may have. CPUs without VNNI add two products in 16 bits, which
  # overflows when both are large: there activations get 7 bits.
  def levels(self: __torch__.Encoder) -> int:
    w = torch.quantize_per_channel(torch.ones([64, 64]), torch.full([64], 1.0 / 127.0), torch.zeros([64], dtype=4), 0, 12)
    y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(torch.ones([4, 64]), 1.0 / 255.0, 0, ops.quantized.linear_prepack(w, None))
    if float((y - 64.0).abs().max()) > 1.0:
      return 63
    return 127

  # The output of linear layer i (of 4 a layer) in int8 for x [T, in], with its bias weights[at]. Each token has a scale
  # of its own, so that its rounding does not depend on the other tokens of the batch.
  def int8(self: __torch__.Encoder, x: Tensor, i: int, at: int) -> Tensor:
    scale = torch.maximum(x.amax([1], True), x.amin([1], True).neg_()).clamp_min_(1e-12)
    y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(x / scale, 1.0 / float(self.steps), self.steps + 1, self.packed[i])
    return y.mul_(scale).add_(self.weights[at])

  # The feed-forward layers i and i + 1 in int8. gelu is never below -0.17, so all but a tenth of the 8-bit range is
  # given to what is above zero.
  def int8_feed_forward(self: __torch__.Encoder, x: Tensor, i: int, at: int) -> Tensor:
    up = torch.gelu_((self).int8(x, i, at))
    low = self.steps // 5
    high = float(2 * self.steps + 1 - low)
    scale = up.amax([1], True).clamp_min_(0.17 * high / float(low))
    y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(up.div_(scale), 1.0 / high, low, self.packed[i + 1])
    return y.mul_(scale).add_(self.weights[at + 2])

  # ids [T]: the tokens of all sequences, one after the other; lengths: tokens of each, equal ones adjacent. Returns
  # [sequences, H] in fp32, of length 1.
  def forward(self: __torch__.Encoder, ids: Tensor, lengths: List[int]) -> Tensor:
    if self.precision < 0:
      ops.prim.RaiseException("prepare was not called")
    w = self.weights
    hidden = self.hidden
    heads = self.heads
    none = annotate(List[Optional[number]], [])
    counts = annotate(List[int], [])
    sizes = annotate(List[int], [])
    total = 0
    for length in lengths:
      total = total + length
      if length < 1 or length > w[1].size(0):
        ops.prim.RaiseException("a sequence has no tokens, or more than the model has positions")
      if len(sizes) > 0 and sizes[-1] == length:
        counts[-1] = counts[-1] + 1
      else:
        sizes.append(length)
        counts.append(1)
    if total != ids.size(0):
      ops.prim.RaiseException("the lengths do not add up to the number of tokens")
    if total == 0:
      return torch.zeros([0, hidden])
    x = torch.embedding(w[0], ids).to(6)
    at = 0
    for run in range(len(sizes)):
      tokens = counts[run] * sizes[run]
      x.narrow(0, at, tokens).view([counts[run], sizes[run], hidden]).add_(w[1].narrow(0, 0, sizes[run]))
      at = at + tokens
    x = torch.layer_norm(x, [hidden], w[2], w[3], self.epsilon)
    half = self.precision == 1
    if half:
      x = x.to(15)
    for layer in range(self.layers):
      i = 4 + 12 * layer
      if self.precision == 2:
        qkv = (self).int8(x, 4 * layer, i + 1)
      else:
        qkv = ops.mkldnn._linear_pointwise(x, w[i], w[i + 1], "none", none, "")
      mixed = annotate(List[Tensor], [])
      at = 0
      for run in range(len(sizes)):
        n = counts[run]
        size = sizes[run]
        part = qkv.narrow(0, at, n * size).view([n, size, 3, heads, -1]).permute([2, 0, 3, 1, 4])
        y = torch.scaled_dot_product_attention(part[0], part[1], part[2])
        mixed.append(y.transpose(1, 2).reshape([n * size, hidden]))
        at = at + n * size
      if len(mixed) == 1:
        attention = mixed[0]
      else:
        attention = torch.cat(mixed)
      if self.precision == 2:
        y = (self).int8(attention, 4 * layer + 1, i + 3).add_(x)
        x = torch.layer_norm(y, [hidden], w[i + 4], w[i + 5], self.epsilon)
        y = (self).int8_feed_forward(x, 4 * layer + 2, i + 7).add_(x)
        x = torch.layer_norm(y, [hidden], w[i + 10], w[i + 11], self.epsilon)
      else:
        y = ops.mkldnn._linear_pointwise(attention, x, w[i + 2], w[i + 3], "add")
        x = torch.layer_norm(y, [hidden], w[i + 4], w[i + 5], self.epsilon)
        up = ops.mkldnn._linear_pointwise(x, w[i + 6], w[i + 7], "gelu", none, "none")
        y = ops.mkldnn._linear_pointwise(up, x, w[i + 8], w[i + 9], "add")
        x = torch.layer_norm(y, [hidden], w[i + 10], w[i + 11], self.epsilon)
    vectors = annotate(List[Tensor], [])
    at = 0
    for run in range(len(sizes)):
      part = x.narrow(0, at, counts[run] * sizes[run]).view([counts[run], sizes[run], hidden])
      if self.first:
        vectors.append(part.select(1, 0).to(6))
      else:
        vectors.append(part.to(6).mean([1]))
      at = at + counts[run] * sizes[run]
    v = torch.cat(vectors)
    return v / v.norm(2, [1], True).clamp_min(1e-12)
