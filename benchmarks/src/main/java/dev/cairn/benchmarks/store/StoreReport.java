package dev.cairn.benchmarks.store;

import dev.cairn.benchmarks.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report of the benchmark of the store, in Markdown. To be made before the benchmark starts, for the load. Not thread-safe. */
final class StoreReport {
    private final int rounds;
    private final String disk;
    private final String loadBefore = Machine.load();
    private final Map<Workload, Figures> found = new LinkedHashMap<>();

    StoreReport(int rounds, String disk) {
        this.rounds = rounds;
        this.disk = disk;
    }

    /** Where the figures of a workload are noted. */
    Figures figures(Workload workload) {
        return found.computeIfAbsent(workload, unused -> new Figures());
    }

    boolean hasFailures() {
        return found.values().stream().anyMatch(Figures::hasFailures);
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                # The `file:` store, beside bare SQLite and bare files

                %s, JDK: %s, %s. Disk: %s. Load of the machine: %s before, %s after. %d rounds.

                Each figure is the median of the rounds and, in brackets, the least and the greatest. Ratios are of the same round.

                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.virtualMachine(),
                        Machine.hardware(),
                        disk,
                        loadBefore,
                        Machine.load(),
                        rounds));
        found.forEach((workload, figures) -> text.append("## ")
                .append(workload.name())
                .append("\n\n")
                .append(workload.title())
                .append(".\n\n")
                .append(figures.text()));
        return text.toString();
    }
}
