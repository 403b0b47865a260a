"""The encoder: MiniLM's six layers over pruned wordpieces, with heads for what is wrong with a word, its edit, and the sentence."""
import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, INNER, POSITIONS = 384, 12, 1536, 128


def number_of(device):
    """The type of number to compute in: bfloat16 where there are units for its products; on a processor without them a step takes three times as long as with float32."""
    return torch.float32 if torch.device(device).type == 'cpu' and not (torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()) else torch.bfloat16


def halved(device, on=True):
    """A context whose products are computed in bfloat16, where that is the quicker (and `on`)."""
    device = torch.device(device)
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=on and number_of(device) == torch.bfloat16)


def fake_weight(w):
    """Weights as int8 with one scale an output channel, straight through."""
    s = w.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
    return w + ((w / s).round() * s - w).detach()


def fake_input(x):
    """Inputs as 7 bits (0..127) with one scale and one offset a token, straight through."""
    d = x.detach().float()
    low = d.amin(-1, keepdim=True)
    s = ((d.amax(-1, keepdim=True) - low) / 127).clamp_min(1e-8)
    return x + ((((d - low) / s).round() * s + low).to(x.dtype) - x).detach()


GROUP = 64


def fake_rows(w):
    """Embeddings as 4 bits (-7..7): a scale a row, and a step of 1/255 of it for each group of 64, straight through."""
    d = w.detach().view(w.shape[0], -1, GROUP)
    s = group_scales(d)
    return w + ((d / s).round().clamp(-7, 7) * s).view_as(w) - w.detach()


def group_scales(d):
    """Scales of groups of rows that make the squared error small, as row scale × step / 255."""
    top = d.abs().amax(-1, keepdim=True) / 7
    best, least = top, torch.full_like(top, float('inf'))
    for f in (1, .9, .8, .7, .6, .5):
        s = (top * f).clamp_min(1e-8)
        e = (((d / s).round().clamp(-7, 7) * s - d) ** 2).sum(-1, keepdim=True)
        best, least = torch.where(e < least, s, best), torch.minimum(e, least)
    row = best.amax(1, keepdim=True)
    return ((best / row * 255).round().clamp_min(1) / 255) * row


class Layer(nn.Module):
    def __init__(self, width=WIDTH, heads=HEADS, inner=INNER):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.ln1, self.ln2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask, lin):
        b, n, d = x.shape
        q, k, v = (t.view(b, n, self.heads, -1).transpose(1, 2) for t in lin(self.qkv, x).chunk(3, -1))
        # torch's own attention is made for long rows: on a processor a step of training on sentences takes twice as long with it
        p = (q @ k.transpose(-1, -2) * q.shape[-1] ** -.5).masked_fill(~mask, -1e9).softmax(-1)
        y = p @ v
        x = self.ln1(x + lin(self.out, y.transpose(1, 2).reshape(b, n, d)))
        return self.ln2(x + lin(self.down, F.gelu(lin(self.up, x), approximate='tanh')))


class Phrasing(nn.Module):
    """`quantised`: compute as the shipped integers do."""

    def __init__(self, pieces, edits, layers=6, dropout=.1):
        super().__init__()
        self.words, self.position, self.case = nn.Embedding(pieces, WIDTH), nn.Embedding(POSITIONS, WIDTH), nn.Embedding(4, WIDTH)
        self.ln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.detect, self.edit, self.whole = nn.Linear(WIDTH, 4), nn.Linear(WIDTH, edits), nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(dropout)
        self.quantised = self.ready = False

    def lin(self, m, x):
        if not self.quantised:
            return m(x)
        return F.linear(fake_input(x), m.weight if self.ready else fake_weight(m.weight), m.bias)

    def embed(self, ids, case):
        rows = fake_rows(self.words.weight) if self.quantised and not self.ready and self.words.weight.requires_grad else self.words.weight
        return F.embedding(ids, rows) + self.case(case) + self.position.weight[:ids.shape[1]]

    def states(self, ids, mask, case, layers=None):
        x = self.drop(self.ln(self.embed(ids, case)))
        m = mask[:, None, None, :].bool()
        for layer in self.layers[:layers]:
            x = layer(x, m, self.lin)
        return x

    def heads_of(self, states):
        return self.lin(self.detect, states), self.lin(self.edit, states)

    def sentence(self, states):
        return self.lin(self.whole, states[:, 0]).squeeze(-1)


def from_trial(state, rows, edits):
    """A model started from a BERT state dict (`bert.*`, `case.weight`, `head.*`); `rows` are the numbers of the pieces kept."""
    model = Phrasing(len(rows), edits)
    e = 'bert.embeddings.'
    with torch.no_grad():
        model.words.weight.copy_(state[e + 'word_embeddings.weight'][rows])
        model.position.weight.copy_(state[e + 'position_embeddings.weight'][:POSITIONS] + state[e + 'token_type_embeddings.weight'][0])
        model.case.weight.copy_(state['case.weight'])
        model.ln.weight.copy_(state[e + 'LayerNorm.weight']); model.ln.bias.copy_(state[e + 'LayerNorm.bias'])
        for i, layer in enumerate(model.layers):
            p = f'bert.encoder.layer.{i}.'
            for part in ('weight', 'bias'):
                layer.qkv.get_parameter(part).copy_(torch.cat([state[f'{p}attention.self.{x}.{part}'] for x in ('query', 'key', 'value')]))
                for name, other in (('out', 'attention.output.dense'), ('ln1', 'attention.output.LayerNorm'), ('up', 'intermediate.dense'), ('down', 'output.dense'), ('ln2', 'output.LayerNorm')):
                    getattr(layer, name).get_parameter(part).copy_(state[f'{p}{other}.{part}'])
        model.detect.weight.copy_(state['head.weight']); model.detect.bias.copy_(state['head.bias'])
        nn.init.normal_(model.edit.weight, std=.02); nn.init.normal_(model.whole.weight, std=.02)
        model.edit.bias.zero_(); model.edit.bias[0] = 3.; model.whole.bias.zero_()
    return model


class Gate(nn.Module):
    """A small judge over what the model's first layers (`after`) have made of a sentence, which says whether the rest is worth asking. Returns a logit a piece."""

    def __init__(self, width=128, heads=4, inner=256, layers=2, after=0):
        super().__init__()
        self.after = after
        self.project, self.detect = nn.Linear(WIDTH, width), nn.Linear(width, 1)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        self.quantised = self.ready = False

    lin = Phrasing.lin

    def forward(self, x, mask):
        x = self.lin(self.project, x)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :].bool(), self.lin)
        return self.lin(self.detect, x).squeeze(-1)


@torch.no_grad()
def made_ready(model):
    """Puts the shipped values in place of the weights, once, so that a model computes as the runtime does."""
    for m in model.modules():
        if isinstance(m, nn.Linear):
            m.weight.copy_(fake_weight(m.weight))
    if isinstance(model, Phrasing):
        model.words.weight.copy_(fake_rows(model.words.weight))
        p = model.position.weight; s = p.abs().amax(1, keepdim=True) / 127
        p.copy_((p / s).round() * s)
    model.quantised = model.ready = True
    return model
