package dev.cairn.processor.body.walk;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.cairn.processor.body.code.ClassNames;
import dev.cairn.processor.body.code.KnownFunctions;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.OwnMethods.Doing;
import dev.cairn.processor.body.code.Value;
import dev.cairn.processor.body.code.Value.Shape;
import dev.cairn.processor.body.effect.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells what methods of other classes do with the values that they are passed, where their source is compiled with the flow. */
final class OtherClassUses {
    private final Walk walk;
    private final Uses uses;
    private final ValueRoots values;

    OtherClassUses(Walk walk, Uses uses, ValueRoots values) {
        this.walk = walk;
        this.uses = uses;
        this.values = values;
    }

    private ClassNames names() {
        return walk.analysis.code().classNames();
    }

    /** A method of something that is no value of the flow: of a class, of a new object, or of what a field or variable holds. */
    void call(ExpressionTree receiver, String method, MethodInvocationTree call) {
        if (getsValues(call)) {
            TypeElement owner = owner(receiver);
            if (owner != null) {
                apply(List.of(owner), method, call);
            }
        }
    }

    /** A method of a value of the flow. */
    void call(Value receiver, String method, MethodInvocationTree call) {
        if (getsValues(call) && receiver.type() instanceof DeclaredType type) {
            apply(List.of((TypeElement) type.asElement()), method, call);
        }
    }

    /** A method that the flow does not have: a static import. */
    void imported(String method, MethodInvocationTree call) {
        if (getsValues(call)) {
            apply(names().importing(method), method, call);
        }
    }

    private boolean getsValues(MethodInvocationTree call) {
        return call.getArguments().stream().anyMatch(argument -> values.of(argument) != null);
    }

    private @Nullable TypeElement owner(ExpressionTree receiver) {
        Tree tree = Names.bare(receiver);
        if (tree instanceof NewClassTree created) {
            return created.getClassBody() == null
                    ? names().find(KnownFunctions.bareType(created.getIdentifier()))
                    : null;
        }
        Names.Field field = walk.names.field(tree);
        if (field != null) {
            TypeMirror type = walk.analysis.code().fields().type(field.number());
            return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
        }
        return tree instanceof IdentifierTree name
                        && walk.scopes.isLocal(name.getName().toString())
                ? ofLocal(name.getName())
                : names().find(tree);
    }

    /** The declared type of a local variable or parameter, or what it starts with; null if several have the name. */
    private @Nullable TypeElement ofLocal(Name name) {
        List<VariableTree> declared = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
                if (tree.getName().equals(name)) {
                    declared.add(tree);
                }
                return super.visitVariable(tree, null);
            }
        }.scan(walk.member, null);
        if (declared.size() != 1) {
            return null;
        }
        VariableTree variable = declared.get(0);
        if (variable.getType() != null) {
            return names().find(KnownFunctions.bareType(variable.getType()));
        }
        return variable.getInitializer() instanceof NewClassTree created ? owner(created) : null;
    }

    private void apply(List<TypeElement> owners, String method, MethodInvocationTree call) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        for (int number = 0; owners.size() == 1 && number < arguments.size(); number++) {
            ExpressionTree argument = arguments.get(number);
            Value value = values.of(argument);
            if (value != null && value.shape() == Shape.PLAIN) {
                switch (walk.analysis.ownMethods().parameter(owners.get(0), method, arguments.size(), number)) {
                    case CHANGES -> changeArgument(value, method, argument);
                    case MAY_CHANGE -> changeArgument(value.perhaps(), method, argument);
                    case LOOKS -> uses.look(argument);
                    case GIVES, UNKNOWN, OTHER -> {} // may do anything
                }
            }
        }
    }

    private void changeArgument(Value value, String method, ExpressionTree argument) {
        uses.follow(argument);
        change(value, method, argument);
    }

    private void change(Value value, String method, Tree place) {
        if (value.tie() != Value.Tie.ONCE) {
            for (Root root : value.roots()) {
                walk.findings.change(root, value.tie() == Value.Tie.SURE, method, true, place, walk.state);
            }
        }
    }

    /**
     * A reference to a static method of another class is called with a value.
     *
     * @return false if that is nothing that can be followed
     */
    boolean reference(MemberReferenceTree reference, IntFunction<@Nullable Value> passed) {
        TypeElement owner = owner(reference.getQualifierExpression());
        Value value = owner == null ? null : passed.apply(0);
        if (owner == null || value == null || value.shape() != Shape.PLAIN) {
            return false;
        }
        String method = reference.getName().toString();
        Doing doing = walk.analysis.ownMethods().parameter(owner, method, 1, 0);
        if (doing == Doing.CHANGES || doing == Doing.MAY_CHANGE) {
            change(value.perhaps(), method, reference);
            return true;
        }
        return doing == Doing.LOOKS;
    }
}
