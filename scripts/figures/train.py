"""Trains the judge of figures (server/models/figures.bin); server/src/checks/consistency/figure-model.ts describes the file.

    pip install -r scripts/figures/requirements.txt
    python scripts/figures/train.py words            directions of words, from what stands beside what in openly licensed text
    npx tsx scripts/figures/rows.mts rows.bin        pairs of figures as rows, with those directions
    python scripts/figures/train.py trees rows.bin   the trees, and the file as it ships

The same bytes come out of the same input on one machine.
"""
import collections, json, re, struct, sys
from pathlib import Path
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / 'server/models/figures.bin'
TEXTS = ('wikinews wikinews-2007 congress-press senate-press-2005-07 masc-written gsa-18f-blog gsa-digitalgov-news openstax-textbooks '
         'us-presidential-addresses fed-beige-book ud-ewt-train ud-gum-train wikipedia-current-events wikipedia-current-events-2020-23').split()
WORD = re.compile(r"[a-z][a-z'-]+|\d+")
SIZE, LEAST_OFTEN, BESIDE, CONTEXTS = 48, 24, 5, 8000
# the log odds from which a pair is told
LEAST = 2.2


def hash_word(word):
    value = 0x811C9DC5
    for unit in word:
        value = ((value ^ ord(unit)) * 0x01000193) & 0xFFFFFFFF
    key = value >> 4
    return key or 1


def sealed(model):
    value = 0x811C9DC5
    for byte in model:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return struct.pack('<II', len(model), value) + model


def words():
    import scipy.sparse as sparse
    from sklearn.utils.extmath import randomized_svd

    texts = []
    for name in TEXTS:
        for line in open(ROOT.parent / f'shared/corpora/open/{name}.jsonl'):
            texts.append(WORD.findall(json.loads(line)['text'].lower().replace('’', "'")))
    count = collections.Counter(word for text in texts for word in text)
    vocabulary = [word for word, often in sorted(count.items(), key=lambda x: (-x[1], x[0])) if often >= LEAST_OFTEN and not word[0].isdigit()]
    number = {word: i for i, word in enumerate(vocabulary)}
    beside = sparse.csr_matrix((len(vocabulary), CONTEXTS), dtype=np.float32)
    rows, columns, values = [], [], []

    def add():
        nonlocal beside, rows, columns, values
        if rows:
            beside = beside + sparse.coo_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=beside.shape).tocsr()
        rows, columns, values = [], [], []

    for n, text in enumerate(texts):
        ids = np.array([number.get(word, -1) for word in text])
        for step in range(1, BESIDE + 1):
            for left, right in ((ids[:-step], ids[step:]), (ids[step:], ids[:-step])):
                known = (left >= 0) & (right >= 0) & (right < CONTEXTS)
                rows.append(left[known]); columns.append(right[known]); values.append(np.full(known.sum(), 1 / step, np.float32))
        if n % 2000 == 1999:
            add()
    add()
    beside = beside.tocoo()
    often = np.asarray(beside.sum(1)).ravel()
    share = np.asarray(beside.sum(0)).ravel() ** 0.75
    share /= share.sum()
    mutual = np.log(beside.data / (often[beside.row] * share[beside.col] + 1e-9)) - 0.5
    kept = mutual > 0
    u, s, _ = randomized_svd(sparse.csr_matrix((mutual[kept], (beside.row[kept], beside.col[kept])), shape=beside.shape), SIZE, random_state=1)
    vectors = u * np.sqrt(s)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    keys = np.array([hash_word(word) for word in vocabulary])
    _, first = np.unique(keys, return_index=True)
    write(keys[first], vectors[first], [])
    print(len(first), 'words')


def read():
    model = MODEL.read_bytes()[8:]
    size, count, trees, nodes = struct.unpack_from('<4i', model)
    keys = np.frombuffer(model, '<i4', count, 20)
    scales = np.frombuffer(model, '<f4', count, 20 + 4 * count)
    vectors = np.frombuffer(model, 'i1', count * size, 20 + 8 * count + 4 * trees + 9 * nodes).reshape(count, size)
    return keys, vectors * scales[:, None]


def write(keys, vectors, trees):
    scales = np.abs(vectors).max(1) / 127 + 1e-12
    starts, features, thresholds, lefts, rights = [], [], [], [], []
    for tree in trees:
        starts.append(len(features))
        base = len(features)

        def put(node):
            at = len(features)
            for many in (features, thresholds, lefts, rights):
                many.append(0)
            if 'leaf_value' in node:
                features[at], thresholds[at] = 255, node['leaf_value']
            else:
                assert node['decision_type'] == '<='
                features[at], thresholds[at] = node['split_feature'], node['threshold']
                lefts[at] = put(node['left_child']) - base
                rights[at] = put(node['right_child']) - base
            return at

        put(tree['tree_structure'])
    model = struct.pack('<4if', vectors.shape[1], len(keys), len(starts), len(features), LEAST)
    model += keys.astype('<i4').tobytes() + scales.astype('<f4').tobytes() + np.array(starts, '<i4').tobytes()
    model += np.array(thresholds, '<f4').tobytes() + np.array(lefts, '<i2').tobytes() + np.array(rights, '<i2').tobytes() + np.array(features, 'u1').tobytes()
    model += np.round(vectors / scales[:, None]).astype('i1').tobytes()
    MODEL.write_bytes(sealed(model))


def trees(path):
    import lightgbm

    width = int(Path(path + '.width').read_text())
    rows = np.fromfile(path, np.float32).reshape(-1, width)
    ours, label, weight, x = rows[:, 0] == 1, rows[:, 1], rows[:, 2], rows[:, 3:]
    # the drafts of ours weigh more: all that they say is so, and they are like news
    weight = weight * np.where(ours, 8, 1)
    how = dict(objective='binary', learning_rate=0.07, num_leaves=15, min_data_in_leaf=30, feature_fraction=0.3, bagging_fraction=0.8, bagging_freq=1,
               lambda_l2=5, verbose=-1, seed=1, num_threads=2, deterministic=True)
    model = lightgbm.train(how, lightgbm.Dataset(x, label, weight=weight), 400)
    keys, vectors = read()
    write(keys, vectors, model.dump_model()['tree_info'])
    print(len(rows), 'rows,', int(label.sum()), 'told twice;', MODEL.stat().st_size, 'bytes')


if __name__ == '__main__':
    words() if sys.argv[1] == 'words' else trees(sys.argv[2])
