package dev.cairn.processor.rule.code;

import dev.cairn.processor.model.FieldAccess;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.rule.common.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads that are wrong for one reason, which is told once: at the first read that is certainly wrong, or else at the first, with how
 * many more there are. Mutable, used by one check of one rule.
 */
final class CommonCauses {
    private static final int STEPS_NAMED = 3;

    private final String rule;
    private final Map<Object, List<Read>> reads = new LinkedHashMap<>();

    CommonCauses(String rule) {
        this.rule = rule;
    }

    private record Read(StepModel step, FieldAccess access, boolean certain) {}

    /** Adds a read that is wrong for a reason; reasons that are equal are the same. */
    void add(Object reason, StepModel step, FieldAccess access, boolean certain) {
        reads.computeIfAbsent(reason, first -> new ArrayList<>()).add(new Read(step, access, certain));
    }

    /** One problem for each reason, made from the read that stands for it. */
    List<Problem> problems(BiFunction<StepModel, FieldAccess, Problem> problem) {
        return reads.values().stream().map(same -> problem(same, problem)).toList();
    }

    private Problem problem(List<Read> same, BiFunction<StepModel, FieldAccess, Problem> problem) {
        Read shown = same.stream()
                .filter(Read::certain)
                .findFirst()
                .or(() -> same.stream().filter(read -> !isSilenced(read)).findFirst())
                .orElse(same.get(0));
        Problem told = problem.apply(shown.step(), shown.access());
        int more = same.stream().mapToInt(read -> read.access().places()).sum() - 1;
        return more == 0
                ? told
                : told.second("and", more + (more == 1 ? " more read" : " more reads") + others(same, shown));
    }

    /** A warning that is silenced where it would be shown would hide those in other steps. */
    private boolean isSilenced(Read read) {
        List<String> names = read.step().suppressed();
        return names.contains("cairn") || names.contains("cairn:" + rule);
    }

    private static String others(List<Read> same, Read shown) {
        Set<String> steps = new LinkedHashSet<>();
        same.stream()
                .filter(read -> read != shown || read.access().places() > 1)
                .forEach(read -> steps.add(read.step().name()));
        if (steps.size() <= STEPS_NAMED) {
            return ", in " + Text.quoted(List.copyOf(steps));
        }
        List<String> named = steps.stream().limit(STEPS_NAMED).map(Text::quoted).toList();
        return ", in " + String.join(", ", named) + " and " + (steps.size() - STEPS_NAMED) + " more steps";
    }
}
