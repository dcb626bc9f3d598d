package dev.cairn.processor.body;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.tree.CaseLabels;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What the compiler knows of a flow after it has attributed it: an oracle, which comes too late for a processor. */
final class CompilerTruth extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final TypeElement flow;

    /** Each place that names an instance field of the flow, of this instance, as {@code offset:name}. */
    final Set<String> accesses = new TreeSet<>();

    /** The methods of the flow that are called on this instance, by the offset of their declaration. */
    final Set<Long> calls = new TreeSet<>();

    /** The calls of inherited methods on this instance, outside of other classes, by offset. */
    final Set<Long> inheritedCalls = new TreeSet<>();

    CompilerTruth(Trees trees, CompilationUnitTree unit, TypeElement flow) {
        this.trees = trees;
        this.unit = unit;
        this.flow = flow;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        access(tree, tree.getName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        if (isThis(tree.getExpression())) {
            access(tree, tree.getIdentifier().toString());
        }
        return super.visitMemberSelect(tree, nothing);
    }

    /** Constants in labels are no accesses. */
    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void nothing) {
        scan(CaseLabels.of(tree).guard(), null);
        scan(tree.getStatements(), null);
        scan(tree.getBody(), null);
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        ExpressionTree select = tree.getMethodSelect();
        boolean implicit = select instanceof IdentifierTree;
        boolean explicit = select instanceof MemberSelectTree member
                && (isThis(member.getExpression()) || isSuper(member.getExpression()));
        Element method = trees.getElement(new TreePath(getCurrentPath(), select));
        if ((implicit || explicit) && method != null && !method.getModifiers().contains(Modifier.STATIC)) {
            if (method.getKind() == ElementKind.METHOD
                    && method.getEnclosingElement().equals(flow)) {
                calls.add(start(trees.getTree(method)));
            } else if (method.getKind() == ElementKind.METHOD
                    && enclosingClass().equals(flow)
                    && !isFinalOfObject(method)) {
                inheritedCalls.add(start(tree));
            }
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    private void access(Tree tree, String name) {
        Element element = trees.getElement(getCurrentPath());
        if (element != null
                && !Set.of("this", "super").contains(name)
                && element.getKind() == ElementKind.FIELD
                && flow.equals(element.getEnclosingElement())
                && !element.getModifiers().contains(Modifier.STATIC)) {
            accesses.add(start(tree) + ":" + name);
        }
    }

    private boolean isThis(Tree expression) {
        Tree tree = Names.bare(expression);
        if (tree instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals("this")
                    && flow.getSimpleName().contentEquals(Names.lastName(select.getExpression()));
        }
        return tree instanceof IdentifierTree identifier
                && identifier.getName().contentEquals("this")
                && enclosingClass().equals(flow);
    }

    private boolean isSuper(Tree expression) {
        return enclosingClass().equals(flow)
                && (expression instanceof IdentifierTree || expression instanceof MemberSelectTree)
                && expression.toString().matches("(.*\\.)?super");
    }

    private Element enclosingClass() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree) {
                return trees.getElement(path);
            }
        }
        throw new IllegalStateException("outside of a class");
    }

    private static boolean isFinalOfObject(Element method) {
        return method.getModifiers().contains(Modifier.FINAL)
                && method.getEnclosingElement().toString().equals("java.lang.Object");
    }

    private long start(Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }
}
