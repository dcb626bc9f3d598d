package dev.cairn.processor.read;

import dev.cairn.processor.model.StoredDefinition.Manner;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Write;
import dev.cairn.processor.model.StoredType;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A field of a plain class, and what generated code can do with it.
 *
 * @param element the field
 * @param type its type, seen from the class that is read
 * @param stored how it is stored
 * @param read what gives its value; empty if nothing can read it
 * @param write what gives it a value that the constructor does not; empty if nothing can
 */
record PlainField(
        VariableElement element, TypeMirror type, StoredType stored, Optional<Member> read, Optional<Write> write) {
    String name() {
        return element.getSimpleName().toString();
    }

    boolean isFinal() {
        return element.getModifiers().contains(Modifier.FINAL);
    }

    /** Whether the class gives it the same value in every object. */
    boolean isConstant() {
        return isWritten(Manner.COMPARE);
    }

    /** Whether its content is replaced, which takes an array of the right length. */
    boolean isFilled() {
        return isWritten(Manner.FILL);
    }

    private boolean isWritten(Manner manner) {
        return write.filter(how -> how.manner() == manner).isPresent();
    }

    boolean isReadByHandle() {
        return read.filter(Member.Hidden.class::isInstance).isPresent();
    }

    boolean isWrittenByHandle() {
        return write.filter(how -> how.member() instanceof Member.Hidden).isPresent();
    }

    /** As a parameter that takes it. */
    String declaration() {
        return JavaTypes.of(type) + " " + name();
    }
}
