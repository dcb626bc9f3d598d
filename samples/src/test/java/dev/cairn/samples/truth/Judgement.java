package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Compiled.Said;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What came of one flow.
 *
 * @param verdict in one word
 * @param unannounced differences that nothing announced
 * @param warnings the rules that warned
 * @param story all that a person needs to understand it
 */
record Judgement(Verdict verdict, List<Difference> unannounced, Set<String> warnings, String story) {
    enum Verdict {
        /** It is no Java. */
        BROKEN,
        /** The compiler refuses it. */
        REFUSED,
        /** The same on plain objects. */
        SAME,
        /** Another one, as was announced. */
        ANNOUNCED,
        /** Plain objects cannot tell, for what they do there is documented as different: views and unchangeable lists. */
        DOCUMENTED,
        /** Another one, and nobody said so. */
        UNANNOUNCED
    }

    static Judgement of(Compiled flow) {
        Set<String> warnings =
                flow.messages().stream().map(Said::id).collect(Collectors.toCollection(TreeSet::new));
        if (flow.broken() != null) {
            return new Judgement(Verdict.BROKEN, List.of(), warnings, flow.broken());
        } else if (flow.refused()) {
            return new Judgement(Verdict.REFUSED, List.of(), warnings, "");
        }
        Verdict verdict = Verdict.SAME;
        List<Difference> unannounced = new ArrayList<>();
        StringBuilder story = new StringBuilder();
        for (boolean flag : new boolean[] {false, true}) {
            Trace plain = PlainRun.run(flow.plain(), flow.sketch(), flag);
            PrintStream errors = System.err;
            PrintStream output = System.out;
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
            System.setOut(System.err);
            Trace found;
            try {
                Map<String, String> initial = PlainRun.initial(flow.plain(), flow.sketch());
                found = CairnRun.run(flow.definition(), initial, flag, flag ? 1 : 2);
            } finally {
                System.setErr(errors);
                System.setOut(output);
            }
            String log = written.toString(StandardCharsets.UTF_8);
            List<Difference> differences = Difference.between(plain, found);
            boolean failed = found.failure != null && plain.failure == null;
            boolean documented = plain.failure instanceof UnsupportedOperationException
                    || plain.failure instanceof java.util.ConcurrentModificationException;
            if (documented) {
                verdict = worse(verdict, Verdict.DOCUMENTED);
                continue;
            }
            String failure = failed ? String.valueOf(found.failure.getMessage()) : "";
            if (failed && Announced.names(flow.sketch()).stream()
                    .noneMatch(name -> Pattern.compile("\\b" + name + "\\b").matcher(failure).find())) {
                differences.add(new Difference("failure", "", "run", "succeeds", failure));
            } else if (failed) {
                verdict = worse(verdict, Verdict.ANNOUNCED);
            }
            if (plain.failure != null && plain.conflicts.isEmpty() && found.failure == null) {
                differences.add(new Difference("success", "", "run", plain.failure.toString(), "succeeds"));
            }
            if (differences.isEmpty()) {
                continue;
            }
            Set<String> announced = Announced.names(flow, log + failure);
            List<Difference> silent = differences.stream()
                    .filter(difference -> !announced.contains(difference.artifact()))
                    .toList();
            boolean onlyConsequences = silent.stream().allMatch(difference -> difference.artifact().isEmpty())
                    && silent.size() < differences.size();
            if (silent.isEmpty() || onlyConsequences) {
                verdict = worse(verdict, Verdict.ANNOUNCED);
                continue;
            }
            verdict = Verdict.UNANNOUNCED;
            boolean first = unannounced.isEmpty();
            unannounced.addAll(silent);
            if (!first) {
                continue;
            }
            story.append("flag ").append(flag).append(", unannounced: ").append(silent).append('\n')
                    .append(" on plain objects:\n").append(plain)
                    .append(" run by Cairn:\n").append(found)
                    .append(" log:\n").append(log);
        }
        if (verdict == Verdict.UNANNOUNCED) {
            flow.messages().forEach(message -> story.append(" said: ").append(message.text()).append('\n'));
            story.append(SourceText.flow(flow.sketch()));
        }
        return new Judgement(verdict, unannounced, warnings, story.toString());
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
