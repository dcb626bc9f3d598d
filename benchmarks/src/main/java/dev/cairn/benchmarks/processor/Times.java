package dev.cairn.benchmarks.processor;

import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.processor.Compilation.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * What compilations took, in milliseconds, one after the other in turn. Immutable.
 *
 * @param cairn those with Cairn, from start to end
 * @param rounds what of these was spent in Cairn's processors
 * @param javac those of the same code without Cairn
 * @param flowAlone those of the flow without what is generated
 */
record Times(List<Double> cairn, List<Double> rounds, List<Double> javac, List<Double> flowAlone) {
    /** Reads what a worker printed. */
    static Times of(List<String[]> lines) {
        Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String[] words : lines) {
            double total = Double.parseDouble(words[1]);
            switch (Mode.valueOf(words[0])) {
                case CAIRN -> {
                    times.cairn.add(total);
                    times.rounds.add(Double.parseDouble(words[2]));
                }
                case JAVAC -> times.javac.add(total);
                case FLOW_ALONE -> times.flowAlone.add(total);
            }
        }
        return times;
    }

    /** The time of the flow with Cairn, beside that of the flow alone; each pair side by side. */
    Spread ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < cairn.size(); i++) {
            ratios.add(cairn.get(i) / flowAlone.get(i));
        }
        return Spread.of(ratios);
    }

    /** The time in Cairn's rounds, in percent of what javac takes for the same code without Cairn; each pair side by side. */
    Spread percent() {
        List<Double> percents = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            percents.add(100 * rounds.get(i) / javac.get(i));
        }
        return Spread.of(percents);
    }

    /** The same in percent of what javac takes for the flow alone. */
    Spread percentOfFlowAlone() {
        List<Double> percents = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            percents.add(100 * rounds.get(i) / flowAlone.get(i));
        }
        return Spread.of(percents);
    }
}
