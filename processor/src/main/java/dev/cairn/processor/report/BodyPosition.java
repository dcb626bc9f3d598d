package dev.cairn.processor.report;

import dev.cairn.processor.model.Position;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** A place inside a body or an initialiser, which only the trees of the compiler know. Lives no longer than the round. */
public interface BodyPosition extends Position {
    /** The method or field whose body or initialiser it is in: its annotations decide what is silenced. */
    Element element();

    /** Where {@link #element()} stands in the source, as its own position in the model has it. */
    SourceOrder elementOrder();

    /** Where the place stands within the body: any number that grows with the text. */
    long offset();

    /** Shows a message there. */
    void print(Diagnostic.Kind kind, String message);
}
