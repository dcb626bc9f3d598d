package dev.cairn.cli;

import dev.cairn.client.ArtifactDiff;
import dev.cairn.client.DataArtifact;
import dev.cairn.client.FieldDiff;
import dev.cairn.client.StepCodeDiff;
import dev.cairn.client.TaskDiff;
import dev.cairn.client.TaskDifferences;
import dev.cairn.codec.Tree;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.runtime.internal.PlainText;
import dev.cairn.view.DiffView;
import dev.cairn.view.Page;
import dev.cairn.view.TaskView;
import dev.cairn.view.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints what is different in two runs. */
record ShownDiff(DiffView view) implements Shown {
    private static final String INDENT = "  ";
    private static final int LONGEST_VALUE = 60;

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        terminal.title("diff " + view.diff().first().pathspec() + " "
                + view.diff().second().pathspec());
        boolean isEqual = !printFacts(terminal);
        isEqual &= !printParameters(terminal);
        isEqual &= !printCode(terminal);
        isEqual &= !printSteps(terminal);
        if (isEqual) {
            terminal.line("");
            terminal.line("The runs are equal.");
        }
    }

    private boolean printFacts(Terminal terminal) {
        List<DiffView.Fact> facts = view.facts();
        if (facts.isEmpty()) {
            return false;
        }
        terminal.line("");
        try (Table table = new Table(terminal, INDENT)) {
            facts.forEach(fact -> table.row(
                    words(fact.name()),
                    fact.first().orElse("unknown") + " -> " + fact.second().orElse("unknown")));
        }
        return true;
    }

    private static String words(String name) {
        return switch (name) {
            case "cairnVersion" -> "Cairn";
            case "javaVersion" -> "Java";
            default -> name;
        };
    }

    private boolean printParameters(Terminal terminal) {
        List<ArtifactDiff> parameters = view.diff().parameters();
        if (parameters.isEmpty()) {
            return false;
        }
        terminal.line("");
        terminal.title("parameters");
        parameters.forEach(parameter -> print(parameter, INDENT, terminal));
        return true;
    }

    private boolean printCode(Terminal terminal) {
        List<StepCodeDiff> code = view.code();
        if (code.isEmpty()) {
            return false;
        }
        terminal.line("");
        terminal.title("code");
        try (Table table = new Table(terminal, INDENT)) {
            code.forEach(step -> table.row(
                    step.step(),
                    step.change() == StepCodeDiff.Change.UNKNOWN
                            ? "unknown: there are no fingerprints to compare"
                            : DiffView.word(step.change())));
        }
        return true;
    }

    private boolean printSteps(Terminal terminal) {
        boolean differ = false;
        for (String step : view.diff().steps()) {
            try (TaskDifferences tasks = view.diff().differences(step)) {
                differ |= print(step, tasks, terminal);
            }
        }
        return differ;
    }

    private boolean print(String step, TaskDifferences tasks, Terminal terminal) {
        long different = 0;
        for (; tasks.hasNext(); different++) {
            TaskDiff task = tasks.next();
            if (different == 0) {
                terminal.line("");
                terminal.title("step " + step);
            }
            if (different < view.limit()) {
                print(task, terminal);
            }
        }
        if (different > 0) {
            terminal.line(INDENT + Amounts.number(different) + " of " + Amounts.count(tasks.compared(), "task")
                    + (different == 1 ? " differs" : " differ")
                    + (different > view.limit() ? "; --limit <number> shows more than " + view.limit() : ""));
        }
        return different > 0;
    }

    private void print(TaskDiff task, Terminal terminal) {
        if (task.first().isEmpty() || task.second().isEmpty()) {
            terminal.line(
                    INDENT + task.id() + "  only in the " + (task.first().isPresent() ? "first" : "second") + " run");
            return;
        }
        String before = TaskView.word(task.first().get());
        String after = TaskView.word(task.second().get());
        terminal.line(INDENT + task.id() + (before.equals(after) ? "" : "  " + before + " -> " + after));
        task.artifacts().forEach(artifact -> print(artifact, INDENT + INDENT, terminal));
    }

    private void print(ArtifactDiff artifact, String indent, Terminal terminal) {
        if (artifact.first().isEmpty() || artifact.second().isEmpty()) {
            terminal.line(indent + artifact.name() + "  only in the "
                    + (artifact.first().isPresent() ? "first" : "second") + " run: "
                    + Values.brief(artifact.first().or(artifact::second).orElseThrow(), LONGEST_VALUE));
        } else if (!view.isRead(artifact)) {
            terminal.line(indent + artifact.name() + "  " + size(artifact.first()) + " -> " + size(artifact.second())
                    + "; --max-value-size compares larger values than " + ByteSize.text(view.largest()));
        } else {
            printFields(artifact, indent, terminal);
        }
    }

    private static String size(Optional<DataArtifact> artifact) {
        return ByteSize.text(artifact.orElseThrow().size());
    }

    private void printFields(ArtifactDiff artifact, String indent, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        try (Stream<FieldDiff> fields = artifact.fields()) {
            Page<FieldDiff> page = new Page<>(fields.iterator(), view.fields());
            while (page.hasNext()) {
                FieldDiff field = page.next();
                lines.add(PlainText.of(indent + artifact.name() + field.path()) + "  "
                        + paint(terminal, Style.BAD, field.first()) + " -> "
                        + paint(terminal, Style.GOOD, field.second()));
            }
            if (page.isCut()) {
                lines.add(indent + "and more; --fields <number> shows more than " + view.fields());
            }
        }
        if (lines.isEmpty()) {
            lines.add(PlainText.of(indent + artifact.name()) + "  the same value, stored as another type");
        }
        lines.forEach(terminal::painted);
    }

    private static String paint(Terminal terminal, Style style, Optional<Tree> tree) {
        String text = tree.map(value -> Values.shortened(value, LONGEST_VALUE)).orElse("nothing");
        return terminal.paint(style, PlainText.of(text));
    }
}
