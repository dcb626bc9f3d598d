package dev.cairn.processor.body.code;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import dev.cairn.processor.body.effect.Fields;
import dev.cairn.processor.name.GeneratedNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The code of a flow by name: its methods, initialisers, and the classes in it whose instances know the flow's. Immutable.
 *
 * @param trees the compiler's trees
 * @param unit the source file
 * @param tree the class
 * @param fields its fields
 * @param inherited the methods that it inherits
 * @param outer the methods of classes around it and of static imports
 * @param methods its methods by name
 * @param constructors its constructors
 * @param initialisers its field initialisers and instance initialiser blocks, in order
 * @param innerClasses the member classes, at any depth, that are not static
 * @param enclosing for each inner class, the inner classes around it, innermost first
 * @param types what is known of types
 * @param parameterTypes the types of the parameters of its methods
 * @param jdkNames which simple names of classes mean those of the JDK in it
 * @param classNames which classes names mean in it
 */
public record FlowCode(
        Trees trees,
        CompilationUnitTree unit,
        ClassTree tree,
        Fields fields,
        InheritedMethods inherited,
        OuterMethods outer,
        Map<String, List<MethodTree>> methods,
        List<MethodTree> constructors,
        List<Tree> initialisers,
        Map<String, ClassTree> innerClasses,
        Map<ClassTree, List<ClassTree>> enclosing,
        ValueTypes types,
        ParameterTypes parameterTypes,
        JdkNames jdkNames,
        ClassNames classNames) {
    static FlowCode of(
            Trees trees,
            CompilationUnitTree unit,
            ClassTree tree,
            Fields fields,
            InheritedMethods inherited,
            OuterMethods outer,
            ValueTypes types,
            ParameterTypes parameterTypes,
            ClassNames classNames) {
        FlowCode code = new FlowCode(
                trees,
                unit,
                tree,
                fields,
                inherited,
                outer,
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                types,
                parameterTypes,
                new JdkNames(unit, tree, types),
                classNames);
        tree.getMembers().forEach(code::index);
        return code;
    }

    private void index(Tree member) {
        if (member instanceof MethodTree method) {
            if (isConstructor(method)) {
                constructors.add(method);
            } else {
                methods.computeIfAbsent(method.getName().toString(), name -> new ArrayList<>())
                        .add(method);
            }
        } else if (member instanceof VariableTree field) {
            if (!field.getModifiers().getFlags().contains(Modifier.STATIC) && field.getInitializer() != null) {
                initialisers.add(field);
            }
        } else if (member instanceof BlockTree block) {
            if (!block.isStatic()) {
                initialisers.add(block);
            }
        } else if (member instanceof ClassTree nested && isInner(nested)) {
            index(nested, List.of());
        }
    }

    private void index(ClassTree inner, List<ClassTree> around) {
        innerClasses.putIfAbsent(inner.getSimpleName().toString(), inner);
        enclosing.put(inner, around);
        List<ClassTree> chain = new ArrayList<>(around);
        chain.add(0, inner);
        for (Tree member : inner.getMembers()) {
            if (member instanceof ClassTree nested && isInner(nested)) {
                index(nested, chain);
            }
        }
    }

    private static boolean isInner(ClassTree tree) {
        return tree.getKind() == Tree.Kind.CLASS
                && !tree.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    static boolean isConstructor(MethodTree method) {
        return method.getName().contentEquals("<init>");
    }

    /** The simple name of the flow. */
    String name() {
        return tree.getSimpleName().toString();
    }

    /** The overloads of a method that can take this many arguments; all if the number is not known, below 0. */
    public List<MethodTree> methods(String name, int arguments) {
        return methods.getOrDefault(name, List.of()).stream()
                .filter(method -> arguments < 0 || takes(method, arguments))
                .toList();
    }

    private static boolean takes(MethodTree method, int arguments) {
        int parameters = method.getParameters().size();
        return parameters == arguments || isVariable(method) && arguments >= parameters - 1;
    }

    public static boolean isVariable(MethodTree method) {
        List<? extends VariableTree> parameters = method.getParameters();
        return !parameters.isEmpty()
                && parameters.get(parameters.size() - 1).toString().contains("...");
    }

    /**
     * The name of the method that a tree calls, if it is called by that name alone and nothing could give it: no member of the
     * flow, of a class around it or of a supertype, no static import, and nothing that has yet to be generated.
     */
    public Optional<String> unknownMethod(Tree call) {
        if (!(call instanceof MethodInvocationTree invocation)
                || !(invocation.getMethodSelect() instanceof IdentifierTree method)) {
            return Optional.empty();
        }
        String name = method.getName().toString();
        boolean given = methods.containsKey(name) || inherited.knows(name) || outer.has(name);
        return given || !inherited.complete() || !outer.complete(name) ? Optional.empty() : Optional.of(name);
    }

    /**
     * The simple names of the generated inputs of joins: {@code JoinInputs} where a method {@code join} takes one. A class of the
     * flow hides the generated one.
     */
    public Set<String> inputsTypes(GeneratedNames names) {
        Set<String> types = new HashSet<>();
        methods.forEach((name, overloads) -> {
            String type = names.inputs(name).simpleName();
            if (overloads.stream().anyMatch(method -> takes(method, type))) {
                types.add(type);
            }
        });
        tree.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .forEach(nested ->
                        types.remove(((ClassTree) nested).getSimpleName().toString()));
        return types;
    }

    private static boolean takes(MethodTree method, String type) {
        return method.getParameters().stream()
                .anyMatch(parameter -> Names.lastName(parameter.getType()).equals(type));
    }
}
