package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Judgement.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Set;

/**
 * One flow on plain objects and by Cairn, with the same parameter.
 *
 * @param flow the flow
 * @param flag its parameter
 * @param plain what its steps saw and left on plain objects
 * @param found the same by Cairn
 * @param log what that run logged
 */
record TwoRuns(Compiled flow, boolean flag, Trace plain, Trace found, String log) {
    static TwoRuns of(Compiled flow, boolean flag) {
        Trace plain = PlainRun.run(flow.plain(), flow.sketch(), flag);
        PrintStream output = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
        try {
            Trace found =
                    CairnRun.run(flow.definition(), PlainRun.initial(flow.plain(), flow.sketch()), flag, flag ? 1 : 2);
            return new TwoRuns(flow, flag, plain, found, written.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(output);
            System.setErr(errors);
        }
    }

    Verdict verdict() {
        if (isDocumented()) {
            return Verdict.DOCUMENTED;
        }
        if (!unannounced().isEmpty()) {
            return Verdict.UNANNOUNCED;
        }
        if (!differences().isEmpty() || failsAlone()) {
            return Verdict.ANNOUNCED;
        }
        return plain.failure == null ? Verdict.SAME : Verdict.BOTH_FAIL;
    }

    private boolean isDocumented() {
        return plain.failure instanceof UnsupportedOperationException
                || plain.failure instanceof ConcurrentModificationException;
    }

    private boolean failsAlone() {
        return found.failure != null && plain.failure == null;
    }

    /** All differences; that a run fails where plain objects do not is one unless the failure names an artifact. */
    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>(Difference.between(plain, found));
        if (failsAlone() && !Announced.isOf(flow, failure())) {
            differences.add(new Difference("failure", "", "run", "succeeds", failure()));
        }
        if (plain.failure != null && plain.conflicts.isEmpty() && found.failure == null) {
            differences.add(new Difference("success", "", "run", plain.failure.toString(), "succeeds"));
        }
        return differences;
    }

    /** A change may fail at once, where it is made: the entry of a map that an item is cannot be changed. */
    private boolean cannotBeChanged() {
        return found.failure != null && found.failure.getCause() instanceof UnsupportedOperationException;
    }

    private String failure() {
        return found.failure == null ? "" : String.valueOf(found.failure.getMessage());
    }

    /** The differences that nothing announced. One of no artifact, such as another number of tasks, may follow from one that has a name. */
    List<Difference> unannounced() {
        if (isDocumented()) {
            return List.of();
        }
        List<Difference> differences = differences();
        Set<String> announced = Announced.names(flow, plain, log + (failsAlone() ? failure() : ""));
        List<Difference> silent = differences.stream()
                .filter(difference -> !followsFromConflict(difference, announced))
                .filter(difference -> !announced.contains(difference.artifact()))
                .toList();
        boolean consequences = (silent.size() < differences.size() || cannotBeChanged())
                && silent.stream().allMatch(difference -> difference.artifact().isEmpty());
        return consequences ? List.of() : silent;
    }

    /** Whether it is in a task that failed on plain objects, for branches disagree that were announced to differ. */
    private boolean followsFromConflict(Difference difference, Set<String> announced) {
        Set<String> conflicts = plain.caughtConflicts.get(difference.where().replaceAll("#.*", ""));
        return conflicts != null && announced.containsAll(conflicts);
    }

    @Override
    public String toString() {
        return "with flag=" + flag + ", unannounced: " + unannounced() + "\n on plain objects:\n" + plain
                + " by Cairn:\n" + found + " log:\n" + log;
    }
}
