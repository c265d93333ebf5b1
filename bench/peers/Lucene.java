// The bench's corpus and queries with Lucene 8: words as they are, in lower case, with positions; facets counted by
// SortedSetDocValuesFacetCounts.
//
//   java Lucene.java index FOLDER THREADS    FOLDER/lucene of FOLDER/corpus.tsv; tells the seconds until the commit
//   java Lucene.java merge FOLDER            one segment, as an index is that is read more than written
//   java Lucene.java run FOLDER ROUNDS       asks FOLDER/queries.tsv; prints what szukajst_bench_query run prints
import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

public class Lucene {
  static final String[] FACETS = {"kind", "place", "year", "official", "partner", "programme"};
  static final double BUFFER_MEGABYTES = 256;
  static final long WARM_NANOSECONDS = 5_000_000_000L;  // until the machine has compiled what is hot

  static FacetsConfig config() {
    FacetsConfig config = new FacetsConfig();
    for (String facet : FACETS) config.setMultiValued(facet, true);
    return config;
  }

  static IndexWriter writer(Path folder) throws Exception {
    IndexWriterConfig settings = new IndexWriterConfig(new StandardAnalyzer());
    settings.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    return new IndexWriter(FSDirectory.open(folder.resolve("lucene")), settings);
  }

  static void add(String line, IndexWriter writer, FacetsConfig config) throws Exception {
    String[] columns = line.split("\t", -1);
    Document document = new Document();
    document.add(new StringField("id", columns[0], Field.Store.YES));
    document.add(new TextField("text", columns[8], Field.Store.NO));
    document.add(new StoredField("kept", columns[8]));
    for (int facet = 0; facet < FACETS.length; ++facet) {
      if (columns[2 + facet].isEmpty()) continue;
      for (String value : columns[2 + facet].split("\\|"))
        document.add(new SortedSetDocValuesFacetField(FACETS[facet], value));
    }
    writer.addDocument(config.build(document));
  }

  static void index(Path folder, int threads) throws Exception {
    FacetsConfig config = config();
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (IndexWriter writer = writer(folder); BufferedReader corpus = Files.newBufferedReader(folder.resolve("corpus.tsv"))) {
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < threads; ++i) {
        Thread worker = new Thread(() -> {
          try {
            for (;;) {
              String line;
              synchronized (corpus) {
                line = corpus.readLine();
              }
              if (line == null) return;
              add(line, writer, config);
            }
          } catch (Exception error) {
            failure.set(error);
          }
        });
        worker.start();
        workers.add(worker);
      }
      for (Thread worker : workers) worker.join();
      writer.commit();
    }
    if (failure.get() != null) throw failure.get();
  }

  static void merge(Path folder) throws Exception {
    try (IndexWriter writer = writer(folder)) {
      writer.forceMerge(1);
    }
  }

  static Query query(String[] columns, FacetsConfig config) {
    String[] words = columns[3].split(" ");
    Query asked;
    if (words.length == 1) {
      asked = new TermQuery(new Term("text", words[0]));
    } else if (columns[2].equals("phrase")) {
      asked = new PhraseQuery("text", words);
    } else {
      BooleanQuery.Builder builder = new BooleanQuery.Builder();
      Occur occur = columns[2].equals("any") ? Occur.SHOULD : Occur.MUST;
      for (String word : words) builder.add(new TermQuery(new Term("text", word)), occur);
      asked = builder.build();
    }
    if (columns.length < 5 || columns[4].isEmpty()) return asked;
    BooleanQuery.Builder filtered = new BooleanQuery.Builder();
    filtered.add(asked, Occur.MUST);
    for (String filter : columns[4].split("\\|")) {
      String facet = filter.substring(0, filter.indexOf('='));
      String value = filter.substring(filter.indexOf('=') + 1);
      String field = config.getDimConfig(facet).indexFieldName;
      filtered.add(new TermQuery(DrillDownQuery.term(field, facet, value)), Occur.FILTER);
    }
    return filtered.build();
  }

  static int told = 0;  // so that nothing that is counted can be left out

  static int ask(Query query, IndexSearcher searcher, SortedSetDocValuesReaderState state) throws Exception {
    FacetsCollector collector = new FacetsCollector();
    TopDocs found = FacetsCollector.search(searcher, query, 10, collector);
    for (ScoreDoc hit : found.scoreDocs)
      told += searcher.doc(hit.doc, java.util.Set.of("id")).get("id").length();
    SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, collector);
    for (String facet : FACETS) {
      FacetResult result = counts.getTopChildren(10, facet);
      told += result == null ? 0 : result.labelValues.length;
    }
    return (int) found.totalHits.value;
  }

  static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  static void run(Path folder, int rounds) throws Exception {
    FacetsConfig config = config();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.resolve("lucene")))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);  // the rounds would measure the cache
      SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
      List<Query> queries = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("queries.tsv"))) queries.add(query(line.split("\t"), config));
      int[] totals = new int[queries.size()];
      double[][] wall = new double[queries.size()][rounds], cpu = new double[queries.size()][rounds];
      long begin = System.nanoTime();
      int warm = 0;
      while (warm < 2 || System.nanoTime() - begin < WARM_NANOSECONDS) {
        for (Query query : queries) ask(query, searcher, state);
        ++warm;
      }
      for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < queries.size(); ++i) {
          long from = System.nanoTime(), busy = threads.getCurrentThreadCpuTime();
          totals[i] = ask(queries.get(i), searcher, state);
          cpu[i][round] = (threads.getCurrentThreadCpuTime() - busy) / 1e3;
          wall[i][round] = (System.nanoTime() - from) / 1e3;
        }
      }
      for (int i = 0; i < totals.length; ++i)
        System.out.printf(Locale.ROOT, "%d\t%d\t%.1f\t%.1f%n", i, totals[i], median(wall[i]), median(cpu[i]));
    }
  }

  public static void main(String[] given) throws Exception {
    Path folder = Path.of(given[1]);
    switch (given[0]) {
      case "index" -> index(folder, Integer.parseInt(given[2]));
      case "merge" -> merge(folder);
      case "run" -> run(folder, Integer.parseInt(given[2]));
      default -> throw new IllegalArgumentException("index, merge or run: " + given[0]);
    }
  }
}
