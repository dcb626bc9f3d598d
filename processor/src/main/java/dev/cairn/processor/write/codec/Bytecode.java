package dev.cairn.processor.write.codec;

import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;

/** Estimates, from above, how many bytes of bytecode the initialisation of a codec takes. */
final class Bytecode {
    private static final int STORE = 3;
    private static final int CALL = 3;
    private static final int LOAD = 3;
    private static final int NEW = 7;
    private static final int ARRAY = 6;
    private static final int ARRAY_ELEMENT = 5 + LOAD;

    private Bytecode() {}

    /** A constant for an expression. */
    static int of(StoredType stored) {
        return STORE + expression(stored);
    }

    private static int expression(StoredType stored) {
        if (stored instanceof StoredType.Container container) {
            return CALL
                    + container.arguments().stream()
                            .mapToInt(Bytecode::expression)
                            .sum();
        } else if (stored instanceof StoredType.Entry entry) {
            return CALL + expression(entry.key()) + expression(entry.value());
        } else if (stored instanceof StoredType.ReferenceArray array) {
            return LOAD + CALL + expression(array.component());
        } else if (stored instanceof StoredType.Opaque opaque) {
            return 2 * LOAD
                    + 2 * ARRAY
                    + (opaque.allowed().size() + opaque.allowedNames().size()) * ARRAY_ELEMENT
                    + CALL;
        }
        if (stored instanceof StoredType.Converted converted) {
            return NEW + CALL + expression(converted.form());
        }
        return stored instanceof StoredType.Custom ? NEW + CALL : LOAD;
    }

    /** A constant for a definition. */
    static int of(StoredDefinition definition) {
        int formerNames = array(definition.formerNames().size());
        if (definition instanceof StoredDefinition.Enumeration enumeration) {
            return STORE
                    + LOAD
                    + CALL
                    + CALL
                    + formerNames
                    + enumeration.constants().stream()
                            .mapToInt(constant ->
                                    LOAD + array(constant.formerNames().size()))
                            .sum();
        } else if (definition instanceof StoredDefinition.Sealed sealed) {
            return STORE + LOAD + LOAD + formerNames + array(sealed.subtypes().size());
        }
        return definition instanceof StoredDefinition.Annotated annotated
                ? of(annotated.stored()) + formerNames
                : STORE + NEW;
    }

    /** A constant for {@code Object}, of which {@code types} can be. */
    static int ofAny(int types) {
        return STORE + array(types);
    }

    private static int array(int size) {
        return size == 0 ? CALL : ARRAY + size * ARRAY_ELEMENT + CALL;
    }
}
