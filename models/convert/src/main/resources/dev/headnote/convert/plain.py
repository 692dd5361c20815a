# The encoder as TorchScript, with operations that every build of PyTorch and every device has. It has the attributes and
# methods of encoder.py, gives the same vectors, and is slower on x86. To use it, put it in place of code/__torch__.py.
# forward is for CPUs. forward_padded is for GPUs: it launches few kernels, whatever the number of sequences.
#
# weights, as stored and after prepare: as in encoder.py, but that linear layers keep [out, in], and that the layer norms
# inside the layers have the precision's type. All that is made here is on the device of the weights.
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
  weights : List[Tensor]

  # Rewrites the weights for a precision, once: 0 fp32, 1 bf16, 3 fp16. Returns it.
  def prepare(self: __torch__.Encoder, precision: int) -> int:
    if self.precision >= 0:
      ops.prim.RaiseException("prepare was called before")
    if precision < 0 or precision == 2 or precision > 3:
      ops.prim.RaiseException("precision must be 0 (fp32), 1 (bf16) or 3 (fp16): int8 needs an x86 build of PyTorch")
    type = (self).scalar_type(precision)
    stored = self.weights
    self.weights = annotate(List[Tensor], [])
    prepared = self.weights
    prepared.append(stored[0])
    prepared.append(stored[1].to(6) + stored[2][0].to(6))
    prepared.append(stored[3].to(6))
    prepared.append(stored[4].to(6))
    for layer in range(self.layers):
      at = 5 + 16 * layer
      (self).add_linear(torch.cat([stored[at], stored[at + 2], stored[at + 4]]), torch.cat([stored[at + 1], stored[at + 3], stored[at + 5]]), precision)
      (self).add_linear(stored[at + 6], stored[at + 7], precision)
      prepared.append(stored[at + 8].to(6).to(type))
      prepared.append(stored[at + 9].to(6).to(type))
      (self).add_linear(stored[at + 10], stored[at + 11], precision)
      (self).add_linear(stored[at + 12], stored[at + 13], precision)
      prepared.append(stored[at + 14].to(6).to(type))
      prepared.append(stored[at + 15].to(6).to(type))
      # What is stored for this layer is not needed again: let go of it now, to keep the peak low.
      for i in range(16):
        stored[at + i] = torch.empty([0])
    self.precision = precision
    return precision

  # The scalar type of a precision.
  def scalar_type(self: __torch__.Encoder, precision: int) -> int:
    if precision == 1:
      return 15
    if precision == 3:
      return 5
    return 6

  # Adds a linear layer, weight [out, in] and bias [out].
  def add_linear(self: __torch__.Encoder, weight: Tensor, bias: Tensor, precision: int) -> NoneType:
    type = (self).scalar_type(precision)
    self.weights.append(weight.to(6).contiguous().to(type))
    self.weights.append(bias.to(6).to(type))
    return None

  # ids [T]: the tokens of all sequences, one after the other; lengths: tokens of each, equal ones adjacent. Returns
  # [sequences, H] in fp32, of length 1.
  def forward(self: __torch__.Encoder, ids: Tensor, lengths: List[int]) -> Tensor:
    if self.precision < 0:
      ops.prim.RaiseException("prepare was not called")
    w = self.weights
    hidden = self.hidden
    heads = self.heads
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
    x = x.to((self).scalar_type(self.precision))
    for layer in range(self.layers):
      i = 4 + 12 * layer
      qkv = torch.linear(x, w[i], w[i + 1])
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
      x = torch.layer_norm(x + torch.linear(attention, w[i + 2], w[i + 3]), [hidden], w[i + 4], w[i + 5], self.epsilon)
      up = torch.gelu(torch.linear(x, w[i + 6], w[i + 7]))
      x = torch.layer_norm(x + torch.linear(up, w[i + 8], w[i + 9]), [hidden], w[i + 10], w[i + 11], self.epsilon)
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

  # The same for many sequences on a GPU. Linear layers run over the tokens alone. For attention, sequences are padded to
  # the length of their bucket, and what is padded is masked. tokens is the sum T of the lengths. padded holds for each
  # bucket, one after the other, the number n of its sequences and the length L that they are padded to; R is the sum of
  # n * L. plan [3 T + R + S], on the CPU, holds for each token its id, its position and its row after padding; for each
  # row after padding the token in it (any of its sequence's, where it is padding); and the length of each of the S
  # sequences. Returns [S, H] in fp32, of length 1, on the weights' device; on a GPU it does not wait for it.
  def forward_padded(self: __torch__.Encoder, plan: Tensor, tokens: int, padded: List[int]) -> Tensor:
    if self.precision < 0:
      ops.prim.RaiseException("prepare was not called")
    w = self.weights
    hidden = self.hidden
    heads = self.heads
    sequences = 0
    rows = 0
    buckets = len(padded) // 2
    for b in range(buckets):
      sequences = sequences + padded[2 * b]
      rows = rows + padded[2 * b] * padded[2 * b + 1]
    if plan.size(0) != 3 * tokens + rows + sequences:
      ops.prim.RaiseException("the plan does not have the size that its buckets say")
    if tokens == 0:
      return torch.zeros([0, hidden])
    on = plan
    if w[0].is_cuda:
      # From pinned memory the copy does not wait for what the GPU does.
      on = plan.pin_memory().to(w[0].device, 4, True)
    back = on.narrow(0, 2 * tokens, tokens)
    out = on.narrow(0, 3 * tokens, rows)
    lengths = on.narrow(0, 3 * tokens + rows, sequences)
    x = torch.embedding(w[0], on.narrow(0, 0, tokens)).to(6) + torch.embedding(w[1], on.narrow(0, tokens, tokens))
    x = torch.layer_norm(x, [hidden], w[2], w[3], self.epsilon)
    x = x.to((self).scalar_type(self.precision))
    real = annotate(List[Tensor], [])
    masks = annotate(List[Tensor], [])
    first = 0
    for b in range(buckets):
      n = padded[2 * b]
      size = padded[2 * b + 1]
      within = torch.lt(torch.arange(size, device=w[0].device).unsqueeze(0), lengths.narrow(0, first, n).unsqueeze(1))
      real.append(within)
      masks.append(torch.zeros([n, size], dtype=x.dtype, device=w[0].device).masked_fill_(torch.logical_not(within), -10000.0).view([n, 1, 1, size]))
      first = first + n
    for layer in range(self.layers):
      i = 4 + 12 * layer
      qkv = torch.index_select(torch.linear(x, w[i], w[i + 1]), 0, out)
      mixed = torch.empty([rows, hidden], dtype=x.dtype, device=w[0].device)
      at = 0
      for b in range(buckets):
        n = padded[2 * b]
        size = padded[2 * b + 1]
        part = qkv.narrow(0, at, n * size).view([n, size, 3, heads, -1]).permute([2, 0, 3, 1, 4])
        y = torch.scaled_dot_product_attention(part[0], part[1], part[2], masks[b])
        mixed.narrow(0, at, n * size).view([n, size, heads, -1]).copy_(y.transpose(1, 2))
        at = at + n * size
      attention = torch.index_select(mixed, 0, back)
      x = torch.layer_norm(x + torch.linear(attention, w[i + 2], w[i + 3]), [hidden], w[i + 4], w[i + 5], self.epsilon)
      up = torch.gelu(torch.linear(x, w[i + 6], w[i + 7]))
      x = torch.layer_norm(x + torch.linear(up, w[i + 8], w[i + 9]), [hidden], w[i + 10], w[i + 11], self.epsilon)
    vectors = annotate(List[Tensor], [])
    at = 0
    first = 0
    for b in range(buckets):
      n = padded[2 * b]
      size = padded[2 * b + 1]
      part = torch.index_select(x, 0, out.narrow(0, at, n * size)).view([n, size, hidden])
      if self.first:
        vectors.append(part.select(1, 0).to(6))
      else:
        sums = (part.to(6) * real[b].to(6).unsqueeze(2)).sum([1])
        vectors.append(sums / lengths.narrow(0, first, n).to(6).unsqueeze(1))
      at = at + n * size
      first = first + n
    v = torch.cat(vectors)
    return v / v.norm(2, [1], True).clamp_min(1e-12)
