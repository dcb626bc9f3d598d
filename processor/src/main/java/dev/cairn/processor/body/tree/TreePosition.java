package dev.cairn.processor.body.tree;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.cairn.processor.report.BodyPosition;
import dev.cairn.processor.report.SourceOrder;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** A place inside a body, known by its tree. */
public record TreePosition(Trees trees, CompilationUnitTree unit, Tree tree, Element element, SourceOrder elementOrder)
        implements BodyPosition {
    @Override
    public long offset() {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    @Override
    public void print(Diagnostic.Kind kind, String message) {
        trees.printMessage(kind, message, tree, unit);
    }
}
