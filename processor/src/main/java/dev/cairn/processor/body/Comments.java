package dev.cairn.processor.body;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The documentation comments of a flow and of its members, by their trees. To find the comment of an element without its tree,
 * javac searches the class from its beginning: of 1,000 steps that took more time than all the rest of the processor. Immutable.
 */
final class Comments {
    private final FlowCode code;
    private final Map<Element, Tree> trees;

    private Comments(FlowCode code, Map<Element, Tree> trees) {
        this.code = code;
        this.trees = trees;
    }

    static Comments of(TypeElement flow, FlowCode code) {
        Map<Element, Tree> trees = new Members(flow, 0, code).trees();
        trees.put(flow, code.tree());
        return new Comments(code, trees);
    }

    /** The comment of the flow or of a member, if it has one; empty also where its tree is not known. */
    Optional<String> of(Element element) {
        return Optional.ofNullable(trees.get(element))
                .map(tree -> code.trees().getDocComment(new TreePath(new TreePath(code.unit()), tree)));
    }
}
