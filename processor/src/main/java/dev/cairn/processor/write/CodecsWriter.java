package dev.cairn.processor.write;

import com.palantir.javapoet.JavaFile;
import dev.cairn.processor.model.FlowModel;

/** Writes {@code FCodecs}: how every artifact of a flow, and every element of a foreach, is stored. */
final class CodecsWriter {
    private CodecsWriter() {}

    /** The generated class of a flow all of whose artifacts can be stored. */
    static JavaFile write(FlowModel flow) {
        throw new UnsupportedOperationException();
    }
}
