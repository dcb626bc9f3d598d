package dev.cairn.benchmarks.batch;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Partitions of one step of Spring Batch, each of which stores its result in its execution context: what is nearest to the tasks of a
 * foreach.
 *
 * @param database with connections for all threads; its tables do not exist yet
 * @param type the name of the database in Spring Batch, such as {@code POSTGRES}
 * @param threads that run partitions
 * @param result what each partition stores: a text, from its number
 */
public record Partitions(DataSource database, String type, int threads, IntFunction<String> result) {
    /** How it is called in reports. */
    public static final String NAME = "Spring Batch 6.0.6, partitions";

    /**
     * Runs a job of so many partitions in an empty database.
     *
     * @return how long the whole job took, in seconds
     * @throws Exception if it fails
     */
    public double seconds(int partitions) throws Exception {
        createTables();
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(threads);
        executor.afterPropertiesSet();
        try {
            JdbcTransactionManager transactions = new JdbcTransactionManager(database);
            JobRepository repository = repository(transactions);
            Step work = new StepBuilder("work", repository)
                    .tasklet(
                            (contribution, context) -> {
                                ExecutionContext own =
                                        contribution.getStepExecution().getExecutionContext();
                                own.putString("result", result.apply(own.getInt("number")));
                                return RepeatStatus.FINISHED;
                            },
                            transactions)
                    .build();
            Step split = new StepBuilder("split", repository)
                    .partitioner("work", size -> contexts(partitions))
                    .step(work)
                    .taskExecutor(executor)
                    .gridSize(partitions)
                    .build();
            return run(new JobBuilder("job", repository).start(split).build(), repository);
        } finally {
            executor.shutdown();
        }
    }

    private static double run(Job job, JobRepository repository) throws Exception {
        long start = System.nanoTime();
        JobParameters parameters = new JobParameters();
        JobExecution execution = repository.createJobExecution(
                repository.createJobInstance("job", parameters), parameters, new ExecutionContext());
        job.execute(execution);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new AssertionError(String.valueOf(execution.getAllFailureExceptions()));
        }
        return seconds;
    }

    private void createTables() throws Exception {
        String script = "org/springframework/batch/core/schema-" + schema() + ".sql";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String schema() {
        return type.equals("POSTGRES") ? "postgresql" : "h2";
    }

    private JobRepository repository(JdbcTransactionManager transactions) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database);
        factory.setTransactionManager(transactions);
        factory.setDatabaseType(type);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static Map<String, ExecutionContext> contexts(int partitions) {
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        for (int i = 0; i < partitions; i++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt("number", i);
            contexts.put("partition" + i, context);
        }
        return contexts;
    }
}
