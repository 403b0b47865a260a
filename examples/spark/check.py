"""Checks many drafts at once on Spark: python3 check.py DRAFTS.ndjson OUT [--cores 2] [--program "blue-pencil"].

DRAFTS has a draft a line; OUT gets a line for each, in their order, as "blue-pencil check --format ndjson" prints it.
"""
import argparse

from pyspark import SparkConf, SparkContext

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("drafts")
parser.add_argument("out")
parser.add_argument("--program", default="blue-pencil")
parser.add_argument("--cores", type=int, default=2)
args = parser.parse_args()
spark = SparkContext(conf=SparkConf().setMaster(f"local[{args.cores}]").set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false"))
spark.setLogLevel("ERROR")
drafts = spark.textFile(args.drafts, 2 * args.cores)
# findings are no failure of the program, and what ends it with another status is
drafts.pipe(f"{args.program} check --stdin --input ndjson --format ndjson --quiet --fail-on never", checkCode=True).saveAsTextFile(args.out)
spark.stop()
