"""Text as the model sees it: words, pieces, cases, and the tags a pair of sentences (wrong, right) puts on the wrong one."""
import difflib
import re
from functools import lru_cache

from lemminflect import getAllInflections, getAllLemmas
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

MAX_PIECES = 128
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*\d|\d|\S")
RIGHT, EXTRA, WRONG, MISSING = range(4)
IGNORED = -100

INSERTS = """to of the a an is are was were has have had be been being that who which in on for with by at from as and it he she they
not than but did do does into would will could if when since or its their his after about up out so whether , ;""".split()
REPLACEMENTS = """to and has of than were in is it was as or but for from by have are the on that their nor which at not too who these
with then off whether been they one where there no be about whose a an having them this now being its his had he she her him
because while when into over out we our your my you it's they're who's whom those did do does would will could should can if so
how what such some through though towards against between during under""".split()
FORMS = {'VB': 'verb:base', 'VBZ': 'verb:s', 'VBD': 'verb:past', 'VBN': 'verb:participle', 'VBG': 'verb:ing'}
EDITS = (['keep', 'delete', 'swap'] + [f'insert:{x}' for x in INSERTS] + ['insert:?'] + [f'replace:{x}' for x in REPLACEMENTS]
         + list(FORMS.values()) + ['noun:singular', 'noun:plural', 'replace:?'])
EDIT_AT = {name: i for i, name in enumerate(EDITS)}
KEEP = 0


def words_of(text):
    """Words of a text, each with its start and end."""
    return [(m[0], m.start(), m.end()) for m in WORD.finditer(text)]


def case_of(text, start, end):
    """How the run of letters around a piece is written: 0 lower case or no letter, 1 Capital, 2 CAPITALS, 3 mixed."""
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    word = text[start:end]
    if word.islower() or not word[:1].isalpha():
        return 0
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if len(word) == 1 or (word[0].isupper() and word[1:].islower()) else 3


def tokenizer_of(vocabulary):
    """The uncased WordPiece tokenizer over a list of pieces."""
    t = Tokenizer(models.WordPiece({p: i for i, p in enumerate(vocabulary)}, unk_token='[UNK]', max_input_chars_per_word=100))
    t.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return t


class Encoder:
    """Turns sentences into numbers of pieces, their cases, and for each word the place of its first piece."""

    def __init__(self, vocabulary):
        self.tokenizer = tokenizer_of(vocabulary)
        self.cls, self.sep = vocabulary.index('[CLS]'), vocabulary.index('[SEP]')

    def __call__(self, text):
        e = self.tokenizer.encode(text, add_special_tokens=False)
        ids, offsets = e.ids[:MAX_PIECES - 2], e.offsets[:MAX_PIECES - 2]
        at = {b: i + 1 for i, (b, _) in reversed(list(enumerate(offsets)))}
        words = [(at[b], w, b, n) for w, b, n in words_of(text) if b in at]
        return [self.cls, *ids, self.sep], [0, *(case_of(text, b, n) for b, n in offsets), 0], words


@lru_cache(100_000)
def verb_forms(word):
    """Pairs of lemma and form that a word can be as a verb."""
    out = set()
    for lemma in getAllLemmas(word, upos='VERB').get('VERB', ()) + getAllLemmas(word, upos='AUX').get('AUX', ()):
        for tag, forms in getAllInflections(lemma, upos='VERB').items():
            if word in forms and tag in FORMS:
                out.add((lemma, tag))
    return out


@lru_cache(100_000)
def noun_forms(word):
    """Pairs of lemma and number that a word can be as a noun."""
    out = set()
    for lemma in getAllLemmas(word, upos='NOUN').get('NOUN', ()):
        for tag, forms in getAllInflections(lemma, upos='NOUN').items():
            if word in forms:
                out.add((lemma, tag))
    return out


@lru_cache(100_000)
def edit_of(wrong, right):
    """The edit that makes one word of another. A form that is both past and participle counts as participle."""
    wrong, right = wrong.lower().replace('’', "'"), right.lower().replace('’', "'")
    if f'replace:{right}' in EDIT_AT:
        return EDIT_AT[f'replace:{right}']
    lemmas = {lemma for lemma, _ in verb_forms(wrong)}
    tags = {tag for lemma, tag in verb_forms(right) if lemma in lemmas}
    for tag in ('VBN', 'VBD', 'VBG', 'VBZ', 'VB'):
        if tag in tags:
            nouns = {n for n, _ in noun_forms(wrong)} & {n for n, t in noun_forms(right)}
            if nouns and not tags & {'VBN', 'VBD', 'VBG'} and not verbish(wrong):
                break
            return EDIT_AT[FORMS[tag]]
    lemmas = {lemma for lemma, _ in noun_forms(wrong)}
    for lemma, tag in sorted(noun_forms(right)):
        if lemma in lemmas and right != wrong:
            return EDIT_AT['noun:plural' if tag == 'NNS' else 'noun:singular']
    return EDIT_AT['replace:?']


@lru_cache(100_000)
def verbish(word):
    """Whether a word that is a noun as well is met more as a verb. Both readings give the same letters, so it hardly matters."""
    return any(tag in ('VBD', 'VBN', 'VBG') for _, tag in verb_forms(word))


def shared_ends(a, b):
    """How many items two lists have in common at the head, and of the rest at the tail."""
    head = tail = 0
    while head < min(len(a), len(b)) and a[head] == b[head]: head += 1
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]: tail += 1
    return head, tail


def label(wrong, right):
    """Words of the wrong sentence, and for each what it is (detection) and its edit."""
    w, r = words_of(wrong), words_of(right)
    a, b = [x[0].lower().replace('’', "'") for x in w], [x[0].lower().replace('’', "'") for x in r]
    detect, edit = [RIGHT] * len(w), [KEEP] * len(w)
    if a == b or not a:
        return w, detect, edit
    head, tail = shared_ends(a, b)
    ops = difflib.SequenceMatcher(None, a[head:len(a) - tail], b[head:len(b) - tail], autojunk=False).get_opcodes()
    ops = [(op, i1 + head, i2 + head, j1 + head, j2 + head) for op, i1, i2, j1, j2 in ops if op != 'equal']
    taken = [a[i1:i2] for op, i1, i2, _, _ in ops if op == 'delete']
    put = [b[j1:j2] for op, _, _, j1, j2 in ops if op == 'insert']
    moved = [x for x in taken if x in put]
    if moved and sorted(a) == sorted(b):
        i1, i2 = ops[0][1], max(ops[-1][2], ops[-1][1])
        if a[head:len(a) - tail] == b[head:len(b) - tail][::-1] and len(a) - head - tail == 2:
            detect[head] = detect[head + 1] = EXTRA
            edit[head], edit[head + 1] = EDIT_AT['swap'], IGNORED
            return w, detect, edit
        for op, i1, i2, j1, j2 in ops:
            if op == 'delete':
                for k in range(i1, i2):
                    detect[k], edit[k] = EXTRA, EDIT_AT['replace:?']
            else:
                k = min(i1, len(w) - 1)
                if detect[k] == RIGHT:
                    detect[k] = edit[k] = IGNORED
        return w, detect, edit
    for op, i1, i2, j1, j2 in ops:
        if op == 'insert':
            k = min(i1, len(w) - 1)
            x = b[j1] if j2 - j1 == 1 else '?'
            if i1 == len(w) or detect[k] != RIGHT:
                detect[k] = MISSING if detect[k] == RIGHT else detect[k]
                continue
            detect[k], edit[k] = MISSING, EDIT_AT.get(f'insert:{x}', EDIT_AT['insert:?'])
        elif op == 'delete':
            for k in range(i1, i2):
                detect[k], edit[k] = EXTRA, EDIT_AT['delete']
            for k in (i1 - 1, i2):  # which of two colliding words is the one too many is chance: the neighbour is not judged
                if 0 <= k < len(w) and a[k].isalpha() and detect[k] == RIGHT:
                    detect[k] = IGNORED  # its edit is: to keep it is right in half of the cases, and the probability shall say so
        else:
            n, m = i2 - i1, j2 - j1
            for k in range(i1, i2):
                detect[k] = WRONG
                edit[k] = edit_of(a[k], b[j1 + k - i1]) if n == m else EDIT_AT['replace:?'] if k == i1 else IGNORED
            if n > m:
                last = edit_of(a[i2 - 1], b[j2 - 1]) if m == 1 else IGNORED
                for k in range(i1, i2):
                    edit[k] = IGNORED
                if m == 1 and last != EDIT_AT['replace:?']:
                    edit[i2 - 1] = last
    return w, detect, edit
