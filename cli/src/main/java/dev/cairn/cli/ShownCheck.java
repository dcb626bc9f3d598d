package dev.cairn.cli;

import dev.cairn.engine.ResumePlan;
import dev.cairn.view.CheckView;
import java.util.stream.Collectors;

/** Prints what is known of a flow before it runs; what a resume would do, in the words of the resume. */
record ShownCheck(CheckView view) implements Shown {
    private static final String INDENT = "  ";

    @Override
    public void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        terminal.line("flow " + view.flow());
        try (Table table = new Table(terminal, INDENT)) {
            table.row("graph", Amounts.count(view.steps(), "step") + ", checked when it was compiled");
            table.row("parameters", "ok");
            table.row(
                    "datastore",
                    view.url() + (view.exists() ? ", can be read" : ", does not exist yet: the first run makes it"));
            table.row("code", code());
        }
        view.code().unseen().forEach(sentence -> terminal.line(INDENT + sentence));
        ResumePlan plan = view.plan();
        if (plan != null) {
            terminal.line("");
            terminal.line("resume of run " + plan.origin());
            view.notes(plan).forEach(note -> terminal.line(INDENT + note));
            plan.steps().forEach(step -> terminal.line(INDENT + step.line()));
        }
    }

    private String code() {
        int unknown = view.code().unknown().size();
        if (unknown == 0) {
            return "can be compared when a run is resumed";
        }
        return "of " + (unknown == 1 ? "step " : "steps ")
                + view.code().unknown().stream().map(step -> "`" + step + "`").collect(Collectors.joining(", "))
                + " cannot be read, so that a resumed run reuses nothing of " + (unknown == 1 ? "it" : "them");
    }
}
