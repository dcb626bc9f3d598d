package dev.cairn.samples.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Flows whose constructor takes services, which Guice, Spring or plain code gives. */
class InjectionTest {
    private static final Rates RATES =
            currency -> Objects.requireNonNull(Map.of("USD", 1.25, "JPY", 160.0).get(currency));

    private static double total(Supplier<Exchange> factory) {
        try (Datastore datastore = Datastore.inMemory()) {
            return ExchangeRunner.builder()
                    .datastore(datastore)
                    .flowFactory(factory)
                    .run()
                    .end()
                    .total();
        }
    }

    @Test
    void aFactoryOfOnesOwn() {
        assertThat(total(() -> new Exchange(RATES))).isEqualTo(16_125);
    }

    @Test
    void guiceMakesAnInstanceForEachTask() {
        Injector injector = Guice.createInjector(new AbstractModule() {
            @Override
            protected void configure() {
                bind(Rates.class).toInstance(RATES);
            }
        });

        assertThat(total(injector.getProvider(Exchange.class)::get)).isEqualTo(16_125);
    }

    @Test
    void springMakesAnInstanceForEachTask() {
        try (AnnotationConfigApplicationContext context = spring(BeanDefinition.SCOPE_PROTOTYPE)) {
            assertThat(total(context.getBeanProvider(Exchange.class)::getObject))
                    .isEqualTo(16_125);
        }
    }

    @Test
    void aSingletonIsRefused() {
        try (AnnotationConfigApplicationContext context = spring(BeanDefinition.SCOPE_SINGLETON)) {
            assertThatThrownBy(() -> total(context.getBeanProvider(Exchange.class)::getObject))
                    .isInstanceOf(FlowFailedException.class)
                    .hasRootCauseMessage("the flowFactory of Exchange returned the same object twice, but each task"
                            + " needs its own. Let it create a new one for each call; as a bean of a container, in"
                            + " prototype scope.");
        }
    }

    @Test
    void withoutAFactoryTheFlowSaysWhatIsMissing() {
        try (Datastore datastore = Datastore.inMemory()) {
            assertThatThrownBy(
                            () -> ExchangeRunner.builder().datastore(datastore).run())
                    .isInstanceOf(FlowFailedException.class)
                    .hasRootCauseMessage("there are no rates: run this flow with a flowFactory");
        }
    }

    private static AnnotationConfigApplicationContext spring(String scope) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Rates.class, () -> RATES);
        context.registerBean(Exchange.class, definition -> definition.setScope(scope));
        context.refresh();
        return context;
    }
}
