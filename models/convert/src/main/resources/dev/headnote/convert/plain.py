# The encoder as TorchScript, with operations that every build of PyTorch and every device has. It has the attributes and
# methods of encoder.py, gives the same vectors, and is slower on x86. To use it, put it in place of code/__torch__.py.
#
# weights, as stored and after prepare: as in encoder.py, but that linear layers keep [out, in].
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

  # Rewrites the weights for a precision, once: 0 fp32, 1 bf16. Returns it.
  def prepare(self: __torch__.Encoder, precision: int) -> int:
    if self.precision >= 0:
      ops.prim.RaiseException("prepare was called before")
    if precision < 0 or precision > 1:
      ops.prim.RaiseException("precision must be 0 (fp32) or 1 (bf16): int8 needs an x86 build of PyTorch")
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

  # Adds a linear layer, weight [out, in] and bias [out].
  def add_linear(self: __torch__.Encoder, weight: Tensor, bias: Tensor, precision: int) -> NoneType:
    type = 6
    if precision == 1:
      type = 15
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
    half = self.precision == 1
    if half:
      x = x.to(15)
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
      x = torch.layer_norm(x + torch.linear(attention, w[i + 2], w[i + 3]), [hidden], w[i + 4].to(x.dtype), w[i + 5].to(x.dtype), self.epsilon)
      up = torch.gelu(torch.linear(x, w[i + 6], w[i + 7]))
      x = torch.layer_norm(x + torch.linear(up, w[i + 8], w[i + 9]), [hidden], w[i + 10].to(x.dtype), w[i + 11].to(x.dtype), self.epsilon)
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
