package dev.cairn.processor.body.code;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.OwnMethods.Doing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a method for what it does to its own instance, or to what a parameter gets: it assigns a field, changes what a
 * field holds, or calls a method that does. A name that the method declares anywhere is no field's. Mutable, used for one method.
 */
final class OwnChanges extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** What belongs to the instance or parameter, with its type if that is known. */
    private record Own(@Nullable TypeMirror type) {}

    /** What gives elements of a collection or map, and no view of it. */
    private static final Set<String> GIVES_ELEMENTS = Set.of(
            "get", "getOrDefault", "getFirst", "getLast", "first", "last", "peek", "stream", "toArray", "forEach");

    private final OwnMethods methods;
    private final ValueTypes types;
    private final TypeElement owner;
    private final @Nullable DeclaredType self;
    private final Map<String, Own> names = new HashMap<>();
    private final Set<String> locals = new HashSet<>();
    private boolean straight;
    private boolean leaves;
    private boolean changes;
    private boolean mayChange;
    private boolean handsOut;

    /** What is done to the instance. */
    static OwnChanges ofInstance(OwnMethods methods, DeclaredType self, MethodTree method) {
        return new OwnChanges(methods, (TypeElement) self.asElement(), self, method);
    }

    /** What is done to what a parameter gets. */
    static OwnChanges ofParameter(OwnMethods methods, TypeElement owner, MethodTree method, VariableElement parameter) {
        OwnChanges changes = new OwnChanges(methods, owner, null, method);
        changes.names.put(parameter.getSimpleName().toString(), new Own(parameter.asType()));
        return changes;
    }

    private OwnChanges(OwnMethods methods, TypeElement owner, @Nullable DeclaredType self, MethodTree method) {
        this.methods = methods;
        this.types = methods.types();
        this.owner = owner;
        this.self = self;
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
                locals.add(tree.getName().toString());
                return super.visitVariable(tree, null);
            }
        }.scan(method, null);
    }

    Doing doing(BlockTree body) {
        for (StatementTree statement : body.getStatements()) {
            straight = !leaves
                    && switch (statement.getKind()) {
                        case EXPRESSION_STATEMENT, RETURN, VARIABLE -> true;
                        default -> false;
                    };
            scan(statement, null);
        }
        if (self == null && handsOut) {
            return Doing.OTHER;
        } else if (changes || mayChange) {
            return changes ? Doing.CHANGES : Doing.MAY_CHANGE;
        }
        return handsOut ? Doing.OTHER : Doing.LOOKS;
    }

    private void change(boolean certain) {
        changes |= certain && straight;
        mayChange = true;
    }

    private void sometimes(Runnable scan) {
        boolean before = straight;
        straight = false;
        scan.run();
        straight = before;
    }

    /** What an expression belongs to, if to the instance; null if it does not. */
    private @Nullable Own own(Tree expression) {
        Tree tree = Names.bare(expression);
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return locals.contains(name) ? names.get(name) : field(name);
        } else if (tree instanceof MemberSelectTree select) {
            if (isThis(select.getExpression())) {
                return field(select.getIdentifier().toString());
            }
            Own owner = own(select.getExpression());
            return owner == null ? null : new Own(types.field(owner.type(), select.getIdentifier()));
        } else if (tree instanceof ArrayAccessTree access) {
            Own array = own(access.getExpression());
            return array == null ? null : new Own(types.element(array.type()));
        }
        return null;
    }

    private @Nullable Own field(String name) {
        return self != null && types.isStored(self, name) ? new Own(types.field(self, name)) : null;
    }

    private static boolean isThis(Tree tree) {
        return Names.bare(tree) instanceof IdentifierTree name && name.getName().contentEquals("this");
    }

    private void assign(ExpressionTree variable) {
        if (Names.bare(variable) instanceof IdentifierTree name
                && names.containsKey(name.getName().toString())) {
            handsOut = true; // what the name stands for from here on is not followed
        } else if (own(variable) != null) {
            change(true);
        } else {
            scan(variable, null);
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        assign(tree.getVariable());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        assign(tree.getVariable());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                assign(tree.getExpression());
            default -> scan(tree.getExpression(), null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        String method = Names.lastName(tree.getMethodSelect());
        if (!(tree.getMethodSelect() instanceof MemberSelectTree select) || isThis(select.getExpression())) {
            if (self != null) {
                called(methods.of(self, method, arguments.size()));
            }
            passed(method, arguments);
            return null;
        } else {
            received(select.getExpression(), method, arguments);
        }
        return scan(arguments, null);
    }

    /** A method of the same class gets the instance, or the parameter, or a part of it. */
    private void passed(String method, List<? extends ExpressionTree> arguments) {
        for (int number = 0; number < arguments.size(); number++) {
            ExpressionTree argument = arguments.get(number);
            Own own = own(argument);
            if (own == null || types.isConstant(own.type())) {
                scan(argument, null);
            } else {
                called(methods.parameter(owner, method, arguments.size(), number));
            }
        }
    }

    private void received(ExpressionTree receiver, String method, List<? extends ExpressionTree> arguments) {
        Own own = own(receiver);
        if (own == null) {
            int changed = KnownFunctions.changed(Names.lastName(receiver), method);
            if (changed >= 0 && changed < arguments.size() && own(arguments.get(changed)) != null) {
                change(true);
            }
            scan(receiver, null);
        } else if (types.family(own.type()).changes(method)) {
            change(true);
        } else if (types.family(own.type()) == Family.NONE && !types.isConstant(own.type())) {
            called(methods.of(own.type(), method, arguments.size()));
        } else if (!types.isConstant(own.type()) && !types.family(own.type()).looks(method)) {
            handsOut |= !types.holdsConstants(own.type()) || !GIVES_ELEMENTS.contains(method);
        }
    }

    private void called(Doing doing) {
        switch (doing) {
            case CHANGES -> change(true);
            case MAY_CHANGE -> change(false);
            case LOOKS -> {} // nothing that counts
            default -> handsOut = true;
        }
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        Own own = own(tree);
        handsOut |= own != null && !types.isConstant(own.type());
        return isThis(tree.getExpression()) || own != null ? null : super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void nothing) {
        Own own = own(tree);
        handsOut |= own != null && !types.isConstant(own.type());
        return own == null ? super.visitArrayAccess(tree, null) : scan(tree.getIndex(), null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        Own own = own(tree);
        handsOut |= self != null && (isThis(tree) || tree.getName().contentEquals("super"));
        handsOut |= own != null && !types.isConstant(own.type());
        return null;
    }

    /** A local variable is another name for what it starts with. */
    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        Own own = tree.getInitializer() == null ? null : own(tree.getInitializer());
        if (own != null) {
            names.put(tree.getName().toString(), own);
            return null;
        }
        names.remove(tree.getName().toString()); // in another block it was another variable
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        Own own = own(tree.getExpression());
        if (own == null) {
            scan(tree.getExpression(), null);
        } else if (!types.holdsConstants(own.type())) {
            names.put(tree.getVariable().getName().toString(), new Own(types.element(own.type())));
        }
        return scan(tree.getStatement(), null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        super.visitReturn(tree, null);
        leaves = true;
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void nothing) {
        leaves = true;
        return super.visitThrow(tree, null);
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void nothing) {
        sometimes(() -> super.visitConditionalExpression(tree, null));
        return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        if (tree.getKind() == Kind.CONDITIONAL_AND || tree.getKind() == Kind.CONDITIONAL_OR) {
            sometimes(() -> super.visitBinary(tree, null));
            return null;
        }
        return super.visitBinary(tree, null);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
        sometimes(() -> super.visitSwitchExpression(tree, null));
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
        boolean left = leaves;
        sometimes(() -> super.visitLambdaExpression(tree, null));
        leaves = left;
        return null;
    }

    /** What a class within the method does is not followed. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        handsOut = true;
        return null;
    }
}
