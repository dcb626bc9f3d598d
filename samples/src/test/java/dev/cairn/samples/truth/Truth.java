package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Compiled.Said;
import dev.cairn.samples.truth.Judgement.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Judges many flows: compiles them in batches, side by side, and runs one after the other. Used by one thread. */
final class Truth {
    private static final int TOGETHER = 250;
    private static final int COMPILERS = Runtime.getRuntime().availableProcessors();

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> falseWarnings = new TreeMap<>();
    private int falselyWarned;

    /** By seed. */
    final Map<Long, Judgement> unannounced = new TreeMap<>();

    /** What javac says of flows that are no Java. */
    final List<String> broken = new ArrayList<>();

    /** Judges the flows of the seeds from the first on. */
    void judge(long firstSeed, int flows) {
        ExecutorService compilers = Executors.newFixedThreadPool(COMPILERS);
        try {
            Deque<CompletableFuture<List<Compiled>>> ahead = new ArrayDeque<>();
            for (long seed = firstSeed; seed < firstSeed + flows; seed += TOGETHER) {
                LongStream seeds = LongStream.range(seed, Math.min(seed + TOGETHER, firstSeed + flows));
                ahead.add(CompletableFuture.supplyAsync(
                        () -> Batch.compile(seeds.mapToObj(FlowMaker::make).toList()), compilers));
                if (ahead.size() > COMPILERS) {
                    ahead.remove().join().forEach(this::judge);
                }
            }
            ahead.forEach(batch -> batch.join().forEach(this::judge));
        } finally {
            compilers.shutdown();
        }
    }

    private void judge(Compiled flow) {
        Judgement judgement = Judgement.of(flow);
        verdicts.merge(judgement.verdict(), 1, Integer::sum);
        switch (judgement.verdict()) {
            case SAME -> {
                falselyWarned += judgement.messages().isEmpty() ? 0 : 1;
                judgement.messages().forEach(rule -> falseWarnings.merge(rule, 1, Integer::sum));
            }
            case REFUSED ->
                flow.messages().stream()
                        .filter(Said::error)
                        .map(Said::id)
                        .distinct()
                        .forEach(rule -> refusals.merge(rule, 1, Integer::sum));
            case UNANNOUNCED -> unannounced.put(flow.sketch().seed(), judgement);
            case BROKEN -> broken.add(flow.sketch().seed() + ": " + judgement.story());
            default -> {}
        }
    }

    int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    @Override
    public String toString() {
        return verdicts + "; refused by " + refusals + "; of those that are the same, warned of " + falselyWarned + ": "
                + falseWarnings;
    }
}
