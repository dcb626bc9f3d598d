package dev.cairn.samples.truth;

import dev.cairn.samples.truth.Trace.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a step reads, or leaves, otherwise than on plain objects.
 *
 * @param kind in one word
 * @param artifact of what
 * @param where the task
 * @param plain what it is there
 * @param found what it is in the run
 */
record Difference(String kind, String artifact, String where, String plain, String found) {
    /** All differences between two runs, as far as both went. */
    static List<Difference> between(Trace plain, Trace found) {
        List<Difference> differences = new ArrayList<>();
        boolean whole = plain.failure == null && found.failure == null;
        plain.left.forEach((task, iterations) -> {
            List<Map<String, String>> others = found.left.getOrDefault(task, List.of());
            int both = Math.min(iterations.size(), others.size());
            for (int i = 0; i < both; i++) {
                Map<String, String> other = others.get(i);
                int iteration = i;
                iterations.get(i).forEach((artifact, content) -> {
                    if (!content.equals(other.get(artifact))) {
                        differences.add(
                                new Difference("left", artifact, task + "#" + iteration, content, other.get(artifact)));
                    }
                });
            }
            if (whole && iterations.size() != others.size()) {
                differences.add(new Difference("tasks", "", task, iterations.size() + "", others.size() + ""));
            }
            if (iterations.size() == others.size()) {
                sights(
                        task,
                        plain.sights.getOrDefault(task, List.of()),
                        found.sights.getOrDefault(task, List.of()),
                        hashed(iterations, others),
                        differences);
            }
        });
        if (whole && !plain.left.keySet().equals(found.left.keySet())) {
            differences.add(new Difference("tasks", "", "run", plain.left.keySet() + "", found.left.keySet() + ""));
        }
        if (found.failure == null) {
            plain.conflicts.forEach(
                    artifact -> differences.add(new Difference("conflict", artifact, "join", "fails", "merges")));
            plain.lost.forEach(artifact ->
                    differences.add(new Difference("lost", artifact, "a join", "what branches held", "initial")));
        }
        return differences;
    }

    /** The artifacts that are hash maps or sets after a task: they have no order. */
    private static Set<String> hashed(List<Map<String, String>> plain, List<Map<String, String>> found) {
        return Stream.concat(plain.stream(), found.stream())
                .flatMap(left -> left.entrySet().stream())
                .filter(left -> left.getValue().startsWith("hashed"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isSame(Sight one, Sight other, Set<String> hashed) {
        return one.equals(other)
                || one.artifact().equals(other.artifact())
                        && hashed.contains(one.artifact())
                        && elements(one).equals(elements(other));
    }

    private static List<String> elements(Sight sight) {
        return Stream.of(sight.text().replaceAll("^[\\[{]|[]}]$", "").split(", "))
                .sorted()
                .toList();
    }

    private static void sights(
            String task, List<Sight> plain, List<Sight> found, Set<String> hashed, List<Difference> differences) {
        int both = Math.min(plain.size(), found.size());
        for (int i = 0; i < both; i++) {
            Sight one = plain.get(i);
            if (!isSame(one, found.get(i), hashed)) {
                differences.add(new Difference(
                        "seen",
                        one.artifact(),
                        task,
                        one.text(),
                        found.get(i).artifact() + ": " + found.get(i).text()));
            }
        }
        if (plain.size() != found.size()) {
            Sight next = plain.size() > both ? plain.get(both) : found.get(both);
            differences.add(
                    new Difference("seen", next.artifact(), task, plain.size() + " sights", found.size() + " sights"));
        }
    }
}
