package dev.cairn.cli;

import dev.cairn.maintenance.Verification;
import dev.cairn.maintenance.VerificationReport;
import dev.cairn.view.VerificationView;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify}: reads everything in a datastore; exit status 1 if something is missing or damaged. */
final class VerifyCommand implements Callable<Integer> {
    private final KnownFlows known;
    private final Surroundings surroundings;
    private @Nullable CommandSpec spec;

    VerifyCommand(KnownFlows known, Surroundings surroundings) {
        this.known = known;
        this.surroundings = surroundings;
    }

    CommandSpec spec() {
        CommandSpec command = Reading.showingSpec(
                this,
                "verify",
                "Reads everything in a datastore, of all flows, and says what is missing or damaged. The exit status is 1 if something"
                        + " is.");
        command.addOption(Options.flag(
                "--repair", "first rebuild what can be rebuilt, and remove what dead processes left half written"));
        spec = command;
        return command;
    }

    @Override
    public Integer call() throws Exception {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        Reading reading = new Reading(parsed, surroundings, known);
        return reading.with((stored, datastore) -> {
            if (parsed.hasMatchedOption("--repair")) {
                datastore.repair();
            }
            VerificationReport report = Verification.of(datastore);
            reading.show(new ShownVerification(new VerificationView(stored.url(), report)));
            return report.problems().isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
        });
    }
}
