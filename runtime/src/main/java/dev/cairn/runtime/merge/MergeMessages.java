package dev.cairn.runtime.merge;

import dev.cairn.runtime.MergeConflictException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The texts of {@link MergeConflictException}. */
final class MergeMessages {
    private MergeMessages() {}

    static String of(String join, Map<String, String> conflicts, List<String> missing) {
        StringBuilder text = new StringBuilder();
        if (!conflicts.isEmpty()) {
            text.append("join `").append(join).append("` cannot merge what its branches disagree on:\n");
            conflicts.forEach((name, holders) -> text.append("  `")
                    .append(name)
                    .append("`: ")
                    .append(holders)
                    .append('\n'));
            text.append("Assign ").append(conflicts.size() == 1 ? "it" : "them");
            text.append(" before mergeInto(..), or leave ").append(conflicts.size() == 1 ? "it" : "them");
            text.append(" out with except(..).");
        }
        if (!missing.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("join `")
                    .append(join)
                    .append("` cannot merge ");
            text.append(names(missing)).append(", which ");
            text.append("no branch has. Assign ").append(missing.size() == 1 ? "it" : "them");
            text.append(" before mergeInto(..), or remove ").append(missing.size() == 1 ? "it" : "them");
            text.append(" from only(..).");
        }
        return text.toString();
    }

    /** That a class's own {@code equals} decided. */
    static String equalBranches(String join, String artifact, String branches) {
        return "join `" + join + "` merges `" + artifact + "`, although " + branches + " have different bytes, because"
                + " the class of the values says that they are equal; the first value is used";
    }

    private static String names(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
