import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
 * exhaustive top 10. Arguments: folder, smartcn|mix. In the folder: passages.tsv and questions.tsv, each line a region and a
 * text, the region empty where there is none. For each line "ask" it asks all questions, for "size" it measures itself, and
 * prints what LuceneEngine.cs reads, times in nanoseconds.
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
    new LucenePeer(args[1].equals("mix")).run(Path.of(args[0]));
  }

  private void run(Path folder) throws IOException {
    Path place = Files.createTempDirectory(folder, "lucene");
    try (MMapDirectory directory = new MMapDirectory(place)) {
      List<String[]> questions = lines(folder.resolve("questions.tsv"));
      long started = System.nanoTime();
      build(directory, folder.resolve("passages.tsv"));
      System.out.println("build\t" + (System.nanoTime() - started));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
          if (command.equals("ask")) {
            ask(reader, searcher, questions);
          } else {
            size(directory);
          }
        }
      }
    }
  }

  private void ask(DirectoryReader reader, IndexSearcher searcher, List<String[]> questions) throws IOException {
    long[] times = new long[questions.size()];
    long[] cpu = new long[questions.size()];
    ScoreDoc[][] found = ask(searcher, questions, times, cpu);
    StringBuilder text = new StringBuilder();
    print("run", times, text);
    print("cpu", cpu, text);
    print(reader, found, text);
    System.out.print(text);
    System.out.flush();
  }

  private static void size(MMapDirectory directory) throws IOException {
    long disk = 0;
    for (String file : directory.listAll()) {
      disk += directory.fileLength(file);
    }
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    System.out.println("size\t" + disk + "\t" + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
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

  private ScoreDoc[][] ask(IndexSearcher searcher, List<String[]> questions, long[] times, long[] cpu) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ScoreDoc[][] found = new ScoreDoc[questions.size()][];
    for (int i = 0; i < found.length; i++) {
      String[] question = questions.get(i);
      long started = System.nanoTime();
      long worked = threads.getCurrentThreadCpuTime();
      TopScoreDocCollector collector = TopScoreDocCollector.create(TOP, Integer.MAX_VALUE);
      searcher.search(query(question[0], question[1]), collector);
      found[i] = collector.topDocs().scoreDocs;
      times[i] = System.nanoTime() - started;
      cpu[i] = threads.getCurrentThreadCpuTime() - worked;
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

  private static void print(String name, long[] values, StringBuilder text) {
    text.append(name);
    for (long value : values) {
      text.append('\t').append(value);
    }
    text.append('\n');
  }

  private static void print(DirectoryReader reader, ScoreDoc[][] found, StringBuilder text) throws IOException {
    for (ScoreDoc[] hits : found) {
      text.append("hits");
      for (ScoreDoc hit : hits) {
        NumericDocValues numbers = MultiDocValues.getNumericValues(reader, "number");
        numbers.advanceExact(hit.doc);
        text.append('\t').append(numbers.longValue());
      }
      text.append('\n');
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
