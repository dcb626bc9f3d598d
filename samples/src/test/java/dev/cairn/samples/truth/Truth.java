package dev.cairn.samples.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Judges many flows, in batches. Used by one thread. */
final class Truth {
    private static final int TOGETHER = Integer.getInteger("truth.together", 200);

    final Map<Judgement.Verdict, Integer> verdicts = new TreeMap<>();

    /** By rule: how many flows it warned of that differ in nothing. */
    final Map<String, Integer> falseWarnings = new TreeMap<>();

    /** By rule: how many flows it warned of, or refused. */
    final Map<String, Integer> messages = new TreeMap<>();

    /** By seed. */
    final Map<Long, Judgement> unannounced = new TreeMap<>();

    final List<String> broken = new ArrayList<>();
    int falselyWarned;

    void judgeAll(List<FlowSketch> sketches) {
        Batch.compile(sketches).forEach(this::judge);
    }

    void judge(long firstSeed, int flows) {
        for (long seed = firstSeed; seed < firstSeed + flows; seed += TOGETHER) {
            long end = Math.min(seed + TOGETHER, firstSeed + flows);
            List<FlowSketch> sketches =
                    LongStream.range(seed, end).mapToObj(FlowMaker::make).toList();
            long c0 = cpu();
            List<Compiled> cs = Batch.compile(sketches);
            long c1 = cpu();
            cs.forEach(this::judge);
            System.out.println("compile " + (c1 - c0) / 1000000 + " judge " + (cpu() - c1) / 1000000 + " of " + sketches.size());
        }
    }

    static long cpu() { return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(); }

    private void judge(Compiled flow) {
        Judgement judgement = Judgement.of(flow);
        verdicts.merge(judgement.verdict(), 1, Integer::sum);
        judgement.warnings().forEach(rule -> messages.merge(rule, 1, Integer::sum));
        switch (judgement.verdict()) {
            case SAME -> {
                falselyWarned += judgement.warnings().isEmpty() ? 0 : 1;
                judgement.warnings().forEach(rule -> falseWarnings.merge(rule, 1, Integer::sum));
            }
            case UNANNOUNCED -> unannounced.put(flow.sketch().seed(), judgement);
            case BROKEN -> broken.add(flow.sketch().seed() + ": " + judgement.story());
            default -> { }
        }
    }

    @Override
    public String toString() {
        return verdicts + ", falsely warned of " + falselyWarned + " " + falseWarnings + ", all messages " + messages;
    }
}
