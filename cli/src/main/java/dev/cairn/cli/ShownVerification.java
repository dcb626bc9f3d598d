package dev.cairn.cli;

import dev.cairn.maintenance.VerificationReport;
import dev.cairn.runtime.internal.ByteSize;
import dev.cairn.view.VerificationView;

/** Prints what a verification found: the problems, a line each, then how much was looked at. */
record ShownVerification(VerificationView view) implements Shown {
    @Override
    public void print(Surroundings surroundings) {
        VerificationReport report = view.report();
        Terminal terminal = surroundings.terminal();
        report.problems().forEach(problem -> terminal.line(problem.where() + ": " + problem.what()));
        int problems = report.problems().size();
        terminal.line("Read " + Amounts.count(report.runs(), "run") + ", "
                + Amounts.count(report.attempts(), "attempt") + " and "
                + Amounts.count(report.blobs(), "value") + " (" + ByteSize.text(report.bytes()) + ") in "
                + view.url() + ": " + (problems == 0 ? "no problem" : Amounts.count(problems, "problem")) + " found.");
    }
}
