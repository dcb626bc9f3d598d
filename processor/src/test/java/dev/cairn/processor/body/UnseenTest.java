package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.FlowBodies;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;

/** Compilers and build tools that do not show the trees, or not at once. */
final class UnseenTest {
    private static final String FLOW = "@Flow class F { int a; @dev.cairn.Step void start() { a = 1; } }";

    @Test
    void anotherCompilerShowsNoTrees() {
        FlowBodies bodies = Bodies.inRound(
                FLOW,
                (environment, flow) ->
                        BodyReader.of(proxy((proxy, method, arguments) -> null)).read(flow, 0, Set.of("a")));
        assertThat(bodies.unseen()).contains("this compiler does not show the bodies of methods");
        assertThat(bodies.step("start").model()).isEqualTo(BodyModel.unknown());
        assertThat(bodies.models()).isEmpty();
    }

    @Test
    void aProxyIsUnwrapped() {
        assertThat(read(environment -> proxy((proxy, method, arguments) -> method.invoke(environment, arguments))))
                .isEqualTo("assigns a");
    }

    @Test
    void whatIntelliJWrapsIsUnwrappedAsItsDocumentationSays() {
        assertThat(read(environment -> APIWrappers.wrap(proxy((proxy, method, arguments) -> null), environment)))
                .isEqualTo("assigns a");
    }

    @Test
    void aWrapperIsUnwrapped() {
        assertThat(read(Wrapper::new)).isEqualTo("assigns a");
        assertThat(read(environment -> new Subclass(new Wrapper(environment)))).isEqualTo("assigns a");
    }

    @Test
    void wrappersOfEachOtherEnd() {
        FlowBodies bodies = Bodies.inRound(FLOW, (environment, flow) -> {
            Wrapper one = new Wrapper(environment);
            one.delegate = new Wrapper(one);
            return BodyReader.of(one).read(flow, 0, Set.of("a"));
        });
        assertThat(bodies.unseen()).contains("this compiler does not show the bodies of methods");
    }

    @Test
    void aClassFileHasNoBodies() {
        FlowBodies bodies = Bodies.inRound(
                "@Flow class F { }",
                (environment, flow) -> BodyReader.of(environment)
                        .read(environment.getElementUtils().getTypeElement("java.lang.Thread"), 0, Set.of("name")));
        assertThat(bodies.unseen()).contains("its source is not part of this compilation");
    }

    @Test
    void theStubsOfKotlinHaveNone() {
        FlowBodies bodies = Bodies.inRound(
                FLOW.replace("@Flow", "@kotlin.Metadata @Flow"),
                (environment, flow) -> BodyReader.of(environment).read(flow, 0, Set.of("a")),
                JavaFileObjects.forSourceString("kotlin.Metadata", "package kotlin; public @interface Metadata {}"));
        assertThat(bodies.unseen()).contains("the bodies of methods that are written in Kotlin are not shown");
    }

    private static String read(UnaryOperator<ProcessingEnvironment> wrap) {
        return Bodies.inRound(
                FLOW,
                (environment, flow) -> Facts.of(BodyReader.of(wrap.apply(environment))
                        .read(flow, 0, Set.of("a"))
                        .step("start")));
    }

    private static ProcessingEnvironment proxy(InvocationHandler handler) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                UnseenTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    private static class Wrapper implements ProcessingEnvironment {
        private ProcessingEnvironment delegate;

        Wrapper(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    private static final class Subclass extends Wrapper {
        Subclass(ProcessingEnvironment delegate) {
            super(delegate);
        }
    }
}
