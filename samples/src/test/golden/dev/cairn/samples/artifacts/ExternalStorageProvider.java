package dev.cairn.samples.artifacts;

import dev.cairn.runtime.FlowProvider;
import dev.cairn.runtime.definition.FlowDefinition;
import javax.annotation.processing.Generated;

/** Lets launchers find the flow {@link ExternalStorage}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class ExternalStorageProvider implements FlowProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ExternalStorageProvider() {}

    @Override
    public FlowDefinition<?> definition() {
        return ExternalStorageRunner.DEFINITION;
    }
}
