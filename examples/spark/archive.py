"""Makes the tables of an archive from stories, on Spark or on DuckDB, by the same SQL.

    python3 archive.py spark STORIES.ndjson OUT [--cores 2] [--program "blue-pencil"]
    python3 archive.py duckdb STORIES.ndjson OUT
    blue-pencil archive import ARCHIVE OUT/stories OUT/prints

STORIES has a story a line: {"id": "4711", "text": "...", "title": "...", "date": "2024-03-12", "kind": "ours"}, each id once. On Spark it
may be a folder or a pattern. OUT must not be there yet.
"""
import argparse
import pathlib
import shlex
import subprocess

HERE = pathlib.Path(__file__).parent
TABLES = ["stories", "prints", "counts"]


def sql(table):
    return (HERE / f"{table}.sql").read_text()


def on_spark(stories, out, program, cores):
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.sql.shuffle.partitions", 4 * cores)
        .config("spark.ui.enabled", False)
        .config("spark.ui.showConsoleProgress", False)
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    # a program for each part of the stories, which reads one after another
    spark.sparkContext.textFile(stories, 4 * cores).pipe(f"{program} fingerprint --input ndjson --format rows", checkCode=True).saveAsTextFile(f"{out}/lines")
    spark.read.text(f"{out}/lines").toDF("line").createOrReplaceTempView("lines")
    for table in TABLES:
        # groups of rows that fit in the memory of a desk's machine
        spark.sql(sql(table)).write.option("parquet.block.size", 16 << 20).parquet(f"{out}/{table}")
        spark.read.parquet(f"{out}/{table}").createOrReplaceTempView(table)
    rows = [tuple(row) for row in spark.table("counts").orderBy("stories").collect()]
    spark.stop()
    return rows


def on_duckdb(stories, out, program, _):
    import duckdb

    pathlib.Path(out, "lines").mkdir(parents=True)
    with open(stories, "rb") as taken, open(f"{out}/lines/part-0", "wb") as given:
        subprocess.run([*shlex.split(program), "fingerprint", "--input", "ndjson", "--format", "rows"], stdin=taken, stdout=given, check=True)
    db = duckdb.connect()
    db.execute("CREATE VIEW lines AS SELECT line FROM read_csv(?, columns={'line': 'VARCHAR'}, auto_detect=false, header=false, delim=chr(31), quote='', escape='')".replace("?", f"'{out}/lines/part-0'"))
    for table in TABLES:
        pathlib.Path(out, table).mkdir()
        db.sql(sql(table)).write_parquet(f"{out}/{table}/part-0.parquet")
        db.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{out}/{table}/part-0.parquet')")
    return db.sql("SELECT * FROM counts ORDER BY stories").fetchall()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", choices=["spark", "duckdb"])
    parser.add_argument("stories")
    parser.add_argument("out")
    parser.add_argument("--program", default="blue-pencil")
    parser.add_argument("--cores", type=int, default=2)
    args = parser.parse_args()
    make = on_spark if args.engine == "spark" else on_duckdb
    for stories, fingerprints in make(args.stories, args.out, args.program, args.cores):
        print(f"in {stories}: {fingerprints}")


if __name__ == "__main__":
    main()
