package dev.cairn.processor.body.walk;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberReferenceTree.ReferenceMode;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.InheritedMethods;
import dev.cairn.processor.body.code.Names;
import dev.cairn.processor.body.code.NullTests;
import dev.cairn.processor.body.code.VariableScopes.Meaning;
import dev.cairn.processor.body.code.VariableScopes.Role;
import dev.cairn.processor.body.effect.Effect;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks calls of methods and constructors, and references to them. */
final class CallExpressions {
    private static final int ANY = -1;

    private final Walk walk;
    private final MergeCalls merges;

    CallExpressions(Walk walk) {
        this.walk = walk;
        this.merges = new MergeCalls(walk);
    }

    void call(MethodInvocationTree tree) {
        if (merges.merge(tree)) {
            return;
        }
        int arguments = tree.getArguments().size();
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            ExpressionTree receiver = select.getExpression();
            if (walk.names.isFlow(receiver)) {
                arguments(tree, name);
                qualified(name, arguments, tree);
            } else if (walk.names.isFlowSuper(receiver)) {
                walk.walk(tree.getArguments());
                inherited(name, tree);
            } else if (walk.names.isFlowClass(receiver)) {
                arguments(tree, name);
                statics(name, arguments, tree);
            } else {
                walk.walk(receiver);
                arguments(tree, "");
                if (name.equals("checkpoint") && isContext(receiver)) {
                    walk.findings.useAll(walk.state);
                }
            }
        } else {
            String name = Names.lastName(tree.getMethodSelect());
            arguments(tree, walk.scopes.method(name) == Meaning.FLOW ? name : "");
            unqualified(name, arguments, tree);
        }
    }

    /** Walks the arguments of a call; {@code name} is that of a method of the flow, or empty. */
    private void arguments(MethodInvocationTree tree, String name) {
        FlowCode code = walk.analysis.code();
        List<MethodTree> methods = code.methods(name, tree.getArguments().size());
        for (int number = 0; number < tree.getArguments().size(); number++) {
            ExpressionTree argument = tree.getArguments().get(number);
            Names.Field field = walk.names.field(argument);
            if (field != null && (number == 0 && NullTests.isKnown(tree) || new NullTests(code).ask(methods, number))) {
                walk.nullCheck(field, Names.bare(argument));
            } else {
                walk.walk(argument);
            }
        }
    }

    void reference(MemberReferenceTree tree) {
        ExpressionTree qualifier = tree.getQualifierExpression();
        String name = tree.getName().toString();
        if (tree.getMode() == ReferenceMode.NEW) {
            extended(qualifier);
        } else if (walk.names.isFlow(qualifier)) {
            walk.deferred(() -> qualified(name, ANY, tree));
        } else if (walk.names.isFlowSuper(qualifier)) {
            inherited(name, tree);
        } else if (walk.names.isFlowClass(qualifier)) {
            walk.deferred(() -> statics(name, ANY, tree));
        } else {
            walk.walk(qualifier);
        }
    }

    void creation(NewClassTree tree) {
        if (tree.getEnclosingExpression() != null) {
            walk.operand(tree.getEnclosingExpression(), true);
        }
        walk.walk(tree.getArguments());
        if (tree.getClassBody() != null) {
            walk.classes.body(tree.getClassBody(), true);
        }
        extended(tree.getIdentifier());
    }

    /** A class within the flow comes into being as, or from, this type; if its instances know the flow's, what they do counts. */
    void extended(@Nullable Tree type) {
        ClassTree inner = type == null ? null : innerClass(type);
        if (inner != null) {
            walk.deferred(() -> apply(List.of(inner), true, "", inner));
        }
    }

    private @Nullable ClassTree innerClass(Tree type) {
        Tree name = type;
        while (name instanceof ParameterizedTypeTree || name instanceof AnnotatedTypeTree) {
            name = name instanceof ParameterizedTypeTree parameterized
                    ? parameterized.getType()
                    : ((AnnotatedTypeTree) name).getUnderlyingType();
        }
        return walk.analysis.code().innerClasses().get(Names.lastName(name));
    }

    private boolean isContext(ExpressionTree receiver) {
        return receiver instanceof IdentifierTree identifier
                && walk.scopes.role(identifier.getName().toString()) == Role.CONTEXT;
    }

    private void unqualified(String name, int arguments, Tree tree) {
        Meaning meaning = walk.scopes.method(name);
        if (meaning == Meaning.FLOW || meaning == Meaning.PERHAPS_FLOW && !InheritedMethods.isOfEveryClass(name)) {
            own(name, arguments, meaning == Meaning.FLOW, tree);
        }
        if (meaning == Meaning.FLOW
                && isMissing(name)
                && !walk.analysis.code().outer().has(name)) {
            walk.findings.leak(tree, walk.state);
        }
    }

    private void qualified(String name, int arguments, Tree tree) {
        own(name, arguments, true, tree);
        if (isMissing(name)) {
            walk.findings.leak(tree, walk.state);
        }
    }

    /** Whether the flow has no such method as yet: what adds it, say Lombok, lets it do anything. */
    private boolean isMissing(String name) {
        FlowCode code = walk.analysis.code();
        return !isConstructor(name)
                && !code.methods().containsKey(name)
                && !code.inherited().knows(name);
    }

    /** A method that the flow declares or inherits; if it does neither, one of a class around it or a static import. */
    private void own(String name, int arguments, boolean certain, Tree tree) {
        FlowCode code = walk.analysis.code();
        List<MethodTree> methods = code.methods(name, arguments);
        boolean isElsewhere = methods.isEmpty()
                && (!code.inherited().complete() || code.methods().containsKey(name));
        if (isElsewhere && !isConstructor(name) || code.inherited().has(name, arguments)) {
            walk.findings.leak(tree, walk.state);
        }
        run(methods, certain, name, tree);
    }

    private static boolean isConstructor(String name) {
        return name.equals("this") || name.equals("super");
    }

    private void inherited(String name, Tree tree) {
        if (walk.analysis.code().inherited().has(name)) {
            walk.findings.leak(tree, walk.state);
        }
    }

    private void statics(String name, int arguments, Tree tree) {
        List<MethodTree> methods = walk.analysis.code().methods(name, arguments).stream()
                .filter(CallExpressions::isStatic)
                .toList();
        run(methods, true, name, tree);
    }

    private void run(List<MethodTree> methods, boolean certain, String name, Tree tree) {
        if (methods.stream().anyMatch(method -> method.getBody() == null && !isStatic(method))) {
            walk.findings.leak(tree, walk.state);
        }
        List<MethodTree> bodies =
                methods.stream().filter(method -> method.getBody() != null).toList();
        if (!bodies.isEmpty()) {
            apply(bodies, certain, name, tree);
        }
    }

    private static boolean isStatic(MethodTree method) {
        return method.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private void apply(List<? extends Tree> code, boolean certain, String name, Tree tree) {
        Effect effect =
                Effect.oneOf(code.stream().map(walk.analysis.effects()::of).toList());
        walk.findings.call(effect, code, certain, name, walk.state);
        if (tree instanceof MethodInvocationTree call) {
            walk.uses.called(effect.inPlace(), call, certain, name);
        }
    }
}
