package dev.cairn.processor.body.code;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import dev.cairn.processor.body.effect.Fields;
import dev.cairn.processor.body.tree.CompilerTrees;
import dev.cairn.processor.model.InitialValue;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the code of flows. */
public final class FlowSources {
    private final CompilerTrees trees;

    public FlowSources(CompilerTrees trees) {
        this.trees = trees;
    }

    /** How many annotations stand on a class; 0 if it comes from a class file. */
    public int annotations(TypeElement type) {
        TypeElement original = trees.environment().getElementUtils().getTypeElement(type.getQualifiedName());
        ClassTree tree = original == null ? null : trees.trees().getTree(original);
        return tree == null ? 0 : tree.getModifiers().getAnnotations().size();
    }

    /** The value that a new instance of a class has in a primitive field; not known if the class comes from a class file. */
    public InitialValue initialValue(VariableElement field) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        TypeElement original =
                owner == null ? null : trees.environment().getElementUtils().getTypeElement(owner.getQualifiedName());
        ClassTree tree = original == null ? null : trees.trees().getTree(original);
        return tree == null
                ? InitialValue.UNKNOWN
                : InitialValues.of(tree, field.getSimpleName().toString());
    }

    /** The code of a flow; empty if it comes from a class file. */
    public Optional<FlowCode> find(TypeElement flow) {
        Elements elements = trees.environment().getElementUtils();
        TypeElement original = elements.getTypeElement(flow.getQualifiedName());
        TreePath path = original == null ? null : trees.trees().getPath(original);
        VisibleClasses classes = original == null ? null : new VisibleClasses(elements, original);
        return path != null && classes != null && path.getLeaf() instanceof ClassTree tree
                ? Optional.of(FlowCode.of(
                        trees.trees(),
                        path.getCompilationUnit(),
                        tree,
                        new Fields(ElementFilter.fieldsIn(original.getEnclosedElements())),
                        InheritedMethods.of(original, elements),
                        OuterMethods.of(original, path.getCompilationUnit(), elements),
                        new ValueTypes(classes, trees.environment().getTypeUtils()),
                        ParameterTypes.of(original),
                        new ClassNames(original, path.getCompilationUnit(), classes)))
                : Optional.empty();
    }
}
