package dev.cairn.engine.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The units of a program and of its flow, each written once. Used by one thread. */
final class Units {
    static final String CLASS_INITIALISER = "<clinit>()V";

    private final Program program;
    private final ClassFile flow;
    private final Optional<Map<String, List<Instruction>>> initialisers;
    private final Map<String, Unit> written = new HashMap<>();

    Units(Program program, ClassFile flow) {
        this.program = program;
        this.flow = flow;
        this.initialisers = FieldInitialisers.of(flow, program);
    }

    Unit method(String owner, String key) {
        return written.computeIfAbsent(owner + "." + key, name -> {
            ClassFile file = Objects.requireNonNull(program.find(owner));
            return UnitWriter.of(program, file, file.body(key));
        });
    }

    /** Whether a class has an initialiser that does more than to look whether assertions are on. */
    boolean isInitialised(String owner) {
        ClassFile file = program.find(owner);
        return file != null
                && file.methods().containsKey(CLASS_INITIALISER)
                && !CompilerForms.isEmpty(CompilerForms.normalised(file.body(CLASS_INITIALISER), program));
    }

    /** Whether the initialisers of the flow's fields can be told apart. */
    boolean initialisersAreApart() {
        return initialisers.isPresent();
    }

    /** What sets a field of the flow in its constructor; empty if nothing does. */
    Optional<Unit> initialiser(String field) {
        List<Instruction> part = initialisers.orElseThrow().get(field);
        return part == null
                ? Optional.empty()
                : Optional.of(written.computeIfAbsent(
                        "initialiser " + field,
                        name -> UnitWriter.ofPart(
                                program,
                                flow,
                                FieldInitialisers.constructors(flow).get(0).with(part),
                                "initialiser of " + field)));
    }
}
