package dev.cairn.engine.resume;

import dev.cairn.engine.fingerprint.ReachedCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of steps whose code changed what did. It reads what a run stored when it is first asked. For one thread. */
final class CodeChanges {
    private final StoredCode stored;
    private final StepFingerprints now;
    private @Nullable Optional<ReachedCode> before;

    /** Since a run stored its code. */
    CodeChanges(StoredCode stored, StepFingerprints now) {
        this.stored = stored;
        this.now = now;
    }

    /** The reason why a step runs again whose code is another one. */
    Reason of(String step) {
        Optional<ReachedCode> known = before;
        if (known == null) {
            known = stored.find();
            before = known;
        }
        return known.flatMap(then -> now.reached().flatMap(reached -> reached.change(step, then)))
                .map(Reason::code)
                .orElse(Reason.CODE);
    }
}
