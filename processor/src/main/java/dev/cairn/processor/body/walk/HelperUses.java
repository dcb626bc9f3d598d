package dev.cairn.processor.body.walk;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.Value;
import dev.cairn.processor.body.code.Value.Shape;
import dev.cairn.processor.body.code.Value.Tie;
import dev.cairn.processor.body.code.VariableScopes.Meaning;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.body.effect.ChangeFound;
import dev.cairn.processor.body.effect.InPlace;
import dev.cairn.processor.body.effect.Root;
import dev.cairn.processor.body.effect.Root.Kind;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells what the methods of the flow do with the values that they are passed, and what their parameters stand for. */
final class HelperUses {
    private final Walk walk;
    private final Uses uses;
    private final ValueRoots values;

    HelperUses(Walk walk, Uses uses, ValueRoots values) {
        this.walk = walk;
        this.uses = uses;
        this.values = values;
    }

    /** The parameters of a method of the flow: what they stand for, its callers know. */
    void parameters(MethodTree method) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableTree parameter = method.getParameters().get(i);
            TypeMirror type = walk.analysis.code().parameterTypes().of(method, i);
            String name = parameter.getName().toString();
            boolean isPlain = walk.analysis.role(parameter.getType()) == Role.PLAIN;
            if (isPlain && isItem(parameter)) {
                uses.name(parameter, Value.of(new Root(Kind.ITEM, i, name), type));
            } else if (isPlain && type != null && type.getKind() == TypeKind.ERROR) {
                uses.name(parameter, new Value(List.of(new Root(Kind.PARAMETER, i, "")), null, Shape.INPUT, Tie.SURE));
            } else if (isPlain) {
                uses.name(parameter, Value.of(new Root(Kind.PARAMETER, i, name), type));
            }
        }
    }

    private static boolean isItem(VariableTree parameter) {
        for (AnnotationTree annotation : parameter.getModifiers().getAnnotations()) {
            if (Names.lastName(annotation.getAnnotationType()).equals("Item")) {
                return true;
            }
        }
        return false;
    }

    /** A method of the flow does to its arguments what it does to its parameters. */
    void call(String method, MethodInvocationTree call) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (walk.scopes.method(method) != Meaning.FLOW
                || arguments.stream().allMatch(argument -> values.of(argument) == null)) {
            return;
        }
        InPlace effect = effect(method, arguments.size());
        for (int i = 0; effect != null && i < arguments.size(); i++) {
            if (!effect.mayChangeParameters().get(i)) {
                uses.look(arguments.get(i));
            }
            if (!effect.keeps(i)) {
                uses.follow(arguments.get(i));
            }
            Value value = effect.mayKeep(i) ? values.of(arguments.get(i)) : null;
            if (value != null) {
                value.roots().forEach(walk.findings::mayTakeOver);
            }
        }
    }

    /** What one of the methods of this name does; null if that is not known, or not yet. */
    private @Nullable InPlace effect(String name, int arguments) {
        FlowCode code = walk.analysis.code();
        List<MethodTree> methods = code.methods(name, arguments);
        if (methods.isEmpty() || code.inherited().has(name, arguments)) {
            return null;
        }
        InPlace any = null;
        for (MethodTree method : methods) {
            if (method.getBody() == null || method.getParameters().size() != arguments || FlowCode.isVariable(method)) {
                return null;
            }
            InPlace one = walk.analysis.effects().of(method).inPlace();
            if (!walk.analysis.effects().isComplete(method)) {
                return null;
            }
            any = any == null ? one : any.or(one);
        }
        return any;
    }

    /** What a method that is called does to what is passed to it, as the code shows. */
    void called(InPlace effect, MethodInvocationTree call, boolean certain, String name) {
        for (ChangeFound change : effect.changes()) {
            Root root = change.root();
            if (root.kind() == Root.Kind.PARAMETER
                    && root.number() < call.getArguments().size()) {
                ExpressionTree argument = call.getArguments().get(root.number());
                Value value = values.of(argument);
                if (value != null && value.tie() != Tie.ONCE) {
                    for (Root passed : value.roots()) {
                        walk.findings.change(
                                root.seenFrom(passed),
                                certain && change.certain() && value.tie() == Tie.SURE,
                                name,
                                effect.lost().contains(root),
                                argument,
                                walk.state);
                    }
                }
            }
        }
    }
}
