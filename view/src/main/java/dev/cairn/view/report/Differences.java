package dev.cairn.view.report;

import dev.cairn.client.DataArtifact;
import dev.cairn.client.Run;
import dev.cairn.client.RunState;
import dev.cairn.client.Task;
import dev.cairn.view.RunStates;
import dev.cairn.view.StepTotals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two runs of a flow: state and times, parameters, code, steps, and what steps with one task stored. For one thread. */
final class Differences {
    private static final double NOTABLE = 0.1;
    private static final Duration NOTABLE_TIME = Duration.ofMillis(50);

    private final RunFacts facts;
    private final Run before;
    private final List<Line> lines = new ArrayList<>();
    private final long sameArtifacts;

    Differences(RunFacts facts, Run before) {
        this.facts = facts;
        this.before = before;
        RunState then = before.state();
        lines.add(new Line("State", Cell.of(RunStates.word(then)), Cell.of(RunStates.word(facts.state()))));
        lines.add(new Line(
                "Duration",
                Cell.of(Amount.duration(then.duration())),
                Cell.of(change(then.duration(), facts.state().duration()))));
        parameters();
        code();
        steps();
        this.sameArtifacts = artifacts();
    }

    /** State and duration, then what differs. */
    List<Line> lines() {
        return lines;
    }

    /** How many artifacts of steps with one task do not differ. */
    long sameArtifacts() {
        return sameArtifacts;
    }

    /** Something that differs; either side may be nothing. */
    record Line(String what, Cell before, Cell now) {}

    /** A value: that of an artifact, or a text. */
    record Cell(@Nullable DataArtifact artifact, String text) {
        static Cell of(@Nullable DataArtifact artifact) {
            return new Cell(artifact, "none");
        }

        static Cell of(String text) {
            return new Cell(null, text);
        }
    }

    private void parameters() {
        Map<String, DataArtifact> then = byName(before.parameters());
        Map<String, DataArtifact> now = byName(facts.run().parameters());
        different(then, now)
                .forEach(name ->
                        lines.add(new Line("Parameter " + name, Cell.of(then.get(name)), Cell.of(now.get(name)))));
    }

    private void code() {
        Map<String, String> then = before.fingerprints();
        Map<String, String> now = facts.run().fingerprints();
        for (String step : facts.steps().keySet()) {
            if (then.containsKey(step)
                    && now.containsKey(step)
                    && !then.get(step).equals(now.get(step))) {
                lines.add(new Line("Code of step " + step, Cell.of(""), Cell.of("changed")));
            }
        }
    }

    private void steps() {
        Map<String, StepTotals> then = StepTotals.of(before);
        Map<String, StepTotals> now = StepTotals.of(facts.run());
        for (StepFacts step : facts.steps().values()) {
            StepTotals old = then.get(step.name());
            StepTotals current = now.get(step.name());
            long oldTasks = old == null ? 0 : old.finished();
            long tasks = current == null ? 0 : current.finished();
            Duration oldTime = old == null ? Duration.ZERO : old.duration();
            Duration time = current == null ? Duration.ZERO : current.duration();
            if (oldTasks != tasks || isNotable(oldTime, time)) {
                lines.add(new Line(
                        "Step " + step.name(),
                        Cell.of(of(oldTasks, Amount.duration(oldTime))),
                        Cell.of(of(
                                tasks,
                                step.reused() > 0 && step.reused() == tasks ? "reused" : change(oldTime, time)))));
            }
        }
    }

    private static String of(long tasks, String time) {
        return tasks == 0 ? "no task" : Amount.count(tasks, "task") + ", " + time;
    }

    private static boolean isNotable(Duration before, Duration now) {
        Duration difference = now.minus(before).abs();
        return difference.compareTo(NOTABLE_TIME) > 0
                && difference.toNanos() > NOTABLE * Math.max(before.toNanos(), now.toNanos());
    }

    private static String change(Duration before, Duration now) {
        if (before.isZero() || now.isZero()) {
            return Amount.duration(now);
        }
        double percent = 100.0 * (now.toNanos() - before.toNanos()) / before.toNanos();
        String text = percent >= 1000
                ? Amount.value(Math.rint(percent / 100 + 1)) + " times as long"
                : (percent < 0 ? "−" : "+") + Math.round(Math.abs(percent)) + " %";
        return Amount.duration(now) + " (" + text + ")";
    }

    /** Adds the artifacts of steps with one task that differ; how many do not. */
    private long artifacts() {
        Map<String, DataArtifact> then = new LinkedHashMap<>();
        Map<String, DataArtifact> now = new LinkedHashMap<>();
        Map<String, StepTotals> totals = StepTotals.of(before);
        for (StepFacts step : facts.steps().values()) {
            StepTotals total = totals.get(step.name());
            boolean exists =
                    before.graph().steps().stream().anyMatch(each -> each.name().equals(step.name()));
            if (step.finished() == 1 && total != null && total.finished() == 1 && exists) {
                before.step(step.name()).stream()
                        .findFirst()
                        .map(Task::assignedByTime)
                        .orElse(List.of())
                        .forEach(artifact -> then.put(step.name() + "/" + artifact.name(), artifact));
                step.artifacts()
                        .values()
                        .forEach(artifact ->
                                now.put(step.name() + "/" + artifact.first().name(), artifact.first()));
            }
        }
        TreeSet<String> different = different(then, now);
        now.keySet().stream().filter(different::contains).forEach(name -> lines.add(line(name, then, now)));
        then.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> lines.add(line(name, then, now)));
        return now.keySet().stream().filter(name -> !different.contains(name)).count();
    }

    private static Line line(String name, Map<String, DataArtifact> then, Map<String, DataArtifact> now) {
        return new Line(name, Cell.of(then.get(name)), Cell.of(now.get(name)));
    }

    private static Map<String, DataArtifact> byName(List<DataArtifact> artifacts) {
        Map<String, DataArtifact> map = new LinkedHashMap<>();
        artifacts.forEach(artifact -> map.put(artifact.name(), artifact));
        return map;
    }

    private static TreeSet<String> different(Map<String, DataArtifact> then, Map<String, DataArtifact> now) {
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> then.containsKey(name)
                && now.containsKey(name)
                && then.get(name).sha().equals(now.get(name).sha()));
        return names;
    }
}
