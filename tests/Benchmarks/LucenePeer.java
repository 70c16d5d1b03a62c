import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The peer of the benchmarks: Lucene 8 in its own process, one thread, one merged segment in an MMapDirectory, serial and
 * exhaustive top 10. Arguments: folder, smartcn|mix, warm-up runs, measured runs. In the folder: passages.tsv and
 * questions.tsv, each line a region and a text, the region empty where there is none. Prints what LucenePeer.cs reads.
 */
public final class LucenePeer {
  private static final int TOP = 10;

  private final boolean mix;
  private final Analyzer smart = new SmartChineseAnalyzer();
  private final Analyzer bigrams = new CJKAnalyzer();

  private LucenePeer(boolean mix) {
    this.mix = mix;
  }

  public static void main(String[] args) throws IOException {
    new LucenePeer(args[1].equals("mix")).run(Path.of(args[0]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void run(Path folder, int warm, int runs) throws IOException {
    Path place = Files.createTempDirectory(folder, "lucene");
    try (MMapDirectory directory = new MMapDirectory(place)) {
      long started = System.nanoTime();
      build(directory, folder.resolve("passages.tsv"));
      System.out.println("build\t" + (System.nanoTime() - started) / 1_000_000);

      List<String[]> questions = lines(folder.resolve("questions.tsv"));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int i = 0; i < warm; i++) {
          ask(searcher, questions, new long[questions.size()]);
        }

        ScoreDoc[][] found = null;
        for (int i = 0; i < runs; i++) {
          long[] times = new long[questions.size()];
          found = ask(searcher, questions, times);
          StringBuilder line = new StringBuilder("run");
          for (long time : times) {
            line.append('\t').append(time);
          }
          System.out.println(line);
        }

        print(reader, found);
        long disk = 0;
        for (String file : directory.listAll()) {
          disk += directory.fileLength(file);
        }
        System.out.println("disk\t" + disk);
        questions = null;
        found = null;
        for (int i = 0; i < 3; i++) {
          System.gc();
        }
        System.out.println("heap\t" + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
      }
    }
  }

  private void build(MMapDirectory directory, Path passages) throws IOException {
    PerFieldAnalyzerWrapper analyzer = new PerFieldAnalyzerWrapper(smart, java.util.Map.of("bigrams", bigrams));
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      int number = 0;
      for (String[] passage : lines(passages)) {
        Document document = new Document();
        document.add(new StringField("region", passage[0], Field.Store.NO));
        document.add(new NumericDocValuesField("number", number++));
        document.add(new TextField("smart", passage[1], Field.Store.NO));
        if (mix) {
          document.add(new TextField("bigrams", passage[1], Field.Store.NO));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private ScoreDoc[][] ask(IndexSearcher searcher, List<String[]> questions, long[] times) throws IOException {
    ScoreDoc[][] found = new ScoreDoc[questions.size()][];
    for (int i = 0; i < found.length; i++) {
      String[] question = questions.get(i);
      long started = System.nanoTime();
      TopScoreDocCollector collector = TopScoreDocCollector.create(TOP, Integer.MAX_VALUE);
      searcher.search(query(question[0], question[1]), collector);
      found[i] = collector.topDocs().scoreDocs;
      times[i] = System.nanoTime() - started;
    }
    return found;
  }

  private Query query(String region, String text) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    add(any, new QueryBuilder(smart).createBooleanQuery("smart", text));
    if (mix) {
      add(any, new QueryBuilder(bigrams).createBooleanQuery("bigrams", text));
    }
    if (region.isEmpty()) {
      return any.build();
    }
    return new BooleanQuery.Builder().add(any.build(), BooleanClause.Occur.MUST)
        .add(new TermQuery(new Term("region", region)), BooleanClause.Occur.FILTER).build();
  }

  /** The terms of both fields stand in one flat disjunction, which is faster than one in another. */
  private static void add(BooleanQuery.Builder any, Query terms) {
    if (terms instanceof BooleanQuery) {
      for (BooleanClause clause : (BooleanQuery) terms) {
        any.add(clause);
      }
    } else if (terms != null) {
      any.add(terms, BooleanClause.Occur.SHOULD);
    }
  }

  private static void print(DirectoryReader reader, ScoreDoc[][] found) throws IOException {
    for (ScoreDoc[] hits : found) {
      StringBuilder line = new StringBuilder("hits");
      for (ScoreDoc hit : hits) {
        NumericDocValues numbers = MultiDocValues.getNumericValues(reader, "number");
        numbers.advanceExact(hit.doc);
        line.append('\t').append(numbers.longValue());
      }
      System.out.println(line);
    }
  }

  private static List<String[]> lines(Path file) throws IOException {
    List<String[]> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      lines.add(line.split("\t", 2));
    }
    return lines;
  }
}
