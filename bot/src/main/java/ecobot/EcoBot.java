package ecobot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application. Everything that it is made of is found by component scan, one package per room; beans bear their full names, so that two rooms
 * may call a class alike.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class EcoBot {

    public static void main(String[] args) {
        SpringApplication.run(EcoBot.class, args);
    }
}
