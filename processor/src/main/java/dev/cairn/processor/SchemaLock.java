package dev.cairn.processor;

import dev.cairn.processor.LockOptions.Write;
import dev.cairn.processor.lock.Comparison;
import dev.cairn.processor.lock.Finding;
import dev.cairn.processor.lock.IncompatibleChange;
import dev.cairn.processor.lock.LockFileProblem;
import dev.cairn.processor.lock.LockFormatException;
import dev.cairn.processor.lock.LockedSchemas;
import dev.cairn.processor.lock.UnrecordedChange;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the flows of a compilation to its lock file. Without {@code -Acairn.lock} it does nothing; it writes only if {@code
 * -Acairn.lock.write} says so, once, when the compilation has no more rounds. Lives as long as the processor; what it keeps is text.
 * Not for several threads.
 */
final class SchemaLock {
    private final Optional<LockFile> file;
    private final Write write;
    private @Nullable LockedSchemas written;
    private @Nullable LockedSchemas current;
    private boolean failed;

    private SchemaLock(Optional<LockFile> file, Write write) {
        this.file = file;
        this.write = write;
    }

    static SchemaLock of(LockOptions options) {
        return new SchemaLock(options.file().map(LockFile::new), options.write());
    }

    /**
     * What the lock file says of the flows of a round.
     *
     * @param seen the code of the round, which is looked at only if there is a lock file
     */
    List<Problem> check(List<FlowModel> flows, Supplier<LockedCode> seen) {
        if (file.isEmpty() || flows.isEmpty() || failed) {
            return List.of();
        }
        Optional<Problem> unreadable = current == null ? read(file.get()) : Optional.empty();
        LockedSchemas locked = current;
        if (unreadable.isPresent() || locked == null) {
            failed = true;
            return unreadable.stream().toList();
        }
        LockedCode code = seen.get();
        Comparison comparison = Comparison.of(locked, flows, code::exists, code::initialValue);
        current = comparison.updated();
        List<Problem> problems = problems(comparison, code, file.get().name());
        failed = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return problems;
    }

    private Optional<Problem> read(LockFile lock) {
        try {
            if (lock.exists()) {
                written = LockedSchemas.parse(lock.read());
            } else if (write == Write.NONE) {
                return Optional.of(LockFileProblem.missing(lock.place()));
            }
            current = written == null ? LockedSchemas.none() : written;
            return Optional.empty();
        } catch (LockFormatException e) {
            return Optional.of(LockFileProblem.damaged(lock.name(), e));
        } catch (IOException e) {
            return Optional.of(LockFileProblem.failed(lock.name(), "read", e));
        }
    }

    private List<Problem> problems(Comparison comparison, LockedCode code, String name) {
        List<Problem> problems = new ArrayList<>();
        if (write != Write.ALL) {
            for (Finding finding : comparison.findings()) {
                problems.add(IncompatibleChange.problem(
                        finding,
                        code.position(finding.place()),
                        code.path(finding.place()).orElse("")));
            }
        }
        boolean isCompatible = comparison.findings().stream().noneMatch(Finding::isCertain);
        if (write == Write.NONE && isCompatible) {
            comparison
                    .differences()
                    .forEach(difference -> problems.add(
                            UnrecordedChange.problem(difference, name, code.position(difference.place()))));
        }
        return problems;
    }

    /**
     * Writes the file if it may be written and is to change.
     *
     * @param sound whether the compilation has no errors
     */
    List<Problem> write(boolean sound) {
        LockedSchemas now = current;
        if (file.isEmpty() || write == Write.NONE || now == null || failed || !sound || now.equals(written)) {
            return List.of();
        }
        try {
            file.get().write(now.text());
            written = now;
            return List.of();
        } catch (IOException e) {
            return List.of(LockFileProblem.failed(file.get().name(), "written", e));
        }
    }
}
