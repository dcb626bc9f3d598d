package dev.cairn.processor.body.code;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The documentation comments and annotations of a flow and of its members, by their trees. To find the comment of an element without its tree,
 * javac searches the class from its beginning: of 1,000 steps that took more time than all the rest of the processor. Immutable.
 */
public final class Declarations {
    private final FlowCode code;
    private final Map<Element, Tree> trees;

    private Declarations(FlowCode code, Map<Element, Tree> trees) {
        this.code = code;
        this.trees = trees;
    }

    public static Declarations of(TypeElement flow, FlowCode code) {
        Map<Element, Tree> trees = new Members(flow, 0, code).trees();
        trees.put(flow, code.tree());
        return new Declarations(code, trees);
    }

    /** The comment of the flow or of a member, if it has one; empty also where its tree is not known. */
    public Optional<String> comment(Element element) {
        return Optional.ofNullable(trees.get(element))
                .map(tree -> code.trees().getDocComment(new TreePath(new TreePath(code.unit()), tree)));
    }

    /** How many elements an annotation on a method gives in the source, also where they do not exist; 0 if that is not known. */
    public int arguments(Element method, String annotation) {
        return trees.get(method) instanceof MethodTree tree
                ? tree.getModifiers().getAnnotations().stream()
                        .filter(found ->
                                Names.lastName(found.getAnnotationType()).equals(annotation))
                        .mapToInt(found -> found.getArguments().size())
                        .sum()
                : 0;
    }
}
