SELECT `t0`.`id`, `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`email` USING utf8mb4) AS BINARY), `t18`.`id`, CAST(CONVERT(`t18`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t18`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t18`.`note` USING utf8mb4) AS BINARY), `t18`.`is_active`, CAST(CONVERT(`t18`.`created_at` USING utf8mb4) AS BINARY), `t18`.`owner_id`, `t18`.`reviewer_id`, `t18`.`parent_id`, `t19`.`id`, CAST(CONVERT(`t19`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t19`.`email` USING utf8mb4) AS BINARY), `t22`.`id`, CAST(CONVERT(`t22`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t22`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t22`.`note` USING utf8mb4) AS BINARY), `t22`.`is_active`, CAST(CONVERT(`t22`.`created_at` USING utf8mb4) AS BINARY), `t22`.`owner_id`, `t22`.`reviewer_id`, `t22`.`parent_id`, `t31`.`id`, CAST(CONVERT(`t31`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t31`.`email` USING utf8mb4) AS BINARY), `t51`.`id`, CAST(CONVERT(`t51`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t51`.`email` USING utf8mb4) AS BINARY), CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item` AS `t20` WHERE (`t20`.`owner_id` = `t19`.`id` AND (NOT (`t20`.`id` = `t18`.`id`) AND NOT (`t20`.`id` = `t0`.`id`)))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t21` WHERE (`t21`.`reviewer_id` = `t19`.`id` AND (NOT (`t21`.`id` = `t18`.`id`) AND NOT (`t21`.`id` = `t0`.`id`))))) THEN 1 END, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`person` AS `t23` WHERE `t23`.`id` = `t22`.`owner_id`) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t24` WHERE (`t24`.`id` = `t22`.`parent_id` AND (NOT (`t24`.`id` = `t22`.`id`) AND NOT (`t24`.`id` = `t18`.`id`) AND NOT (`t24`.`id` = `t0`.`id`)))) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t25` WHERE `t25`.`id` = `t22`.`reviewer_id`) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t26` WHERE (`t26`.`parent_id` = `t22`.`id` AND (NOT (`t26`.`id` = `t22`.`id`) AND NOT (`t26`.`id` = `t18`.`id`) AND NOT (`t26`.`id` = `t0`.`id`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t27` WHERE `t27`.`item_id` = `t22`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t28` WHERE (`t28`.`item_id` = `t22`.`id` AND `t28`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t29`, `shop`.`label` AS `t30` WHERE (`t29`.`item_id` = `t22`.`id` AND `t30`.`id` = `t29`.`label_id`))) THEN 1 END, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item` AS `t32` WHERE (`t32`.`owner_id` = `t31`.`id` AND (NOT (`t32`.`id` = `t18`.`id`) AND NOT (`t32`.`id` = `t0`.`id`)))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t33` WHERE (`t33`.`reviewer_id` = `t31`.`id` AND (NOT (`t33`.`id` = `t18`.`id`) AND NOT (`t33`.`id` = `t0`.`id`))))) THEN 1 END
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
LEFT JOIN `shop`.`item` AS `t18` ON (`t18`.`id` = `t0`.`parent_id` AND NOT (`t18`.`id` = `t0`.`id`))
LEFT JOIN `shop`.`person` AS `t19` ON `t19`.`id` = `t18`.`owner_id`
LEFT JOIN `shop`.`item` AS `t22` ON (`t22`.`id` = `t18`.`parent_id` AND (NOT (`t22`.`id` = `t18`.`id`) AND NOT (`t22`.`id` = `t0`.`id`)))
LEFT JOIN `shop`.`person` AS `t31` ON `t31`.`id` = `t18`.`reviewer_id`
LEFT JOIN `shop`.`person` AS `t51` ON `t51`.`id` = `t0`.`reviewer_id`
WHERE `t0`.`id` = $1
-- $1 = 3 (bigint)
-- row: id 0, owner_id_object { id 1, name 2, email 3, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 1 is NULL, parent_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12, owner_id_object { id 13, name 14, email 15 } unless 13 is NULL, parent_id_object { id 16, name 17, price 18, note 19, is_active 20, created_at 21, owner_id 22, reviewer_id 23, parent_id 24 } unless 16 is NULL, reviewer_id_object { id 25, name 26, email 27 } unless 25 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] } unless 4 is NULL, reviewer_id_object { id 28, name 29, email 30, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 28 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, reviewer_id_object { id 12, name 13, email 14 } unless 12 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1, label_id_object { id 2, name 3 } unless 2 is NULL, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2 ] ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1, referenced_by_item_label_label_id_objects [ item_id 0, label_id 1 ], item [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] ]
-- next
SELECT `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`note` USING utf8mb4) AS BINARY), `t2`.`is_active`, CAST(CONVERT(`t2`.`created_at` USING utf8mb4) AS BINARY), `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item` AS `t3` WHERE (`t3`.`id` = `t2`.`parent_id` AND (NOT (`t3`.`id` = `t2`.`id`) AND NOT (`t3`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t4` WHERE (`t4`.`id` = `t2`.`reviewer_id` AND NOT (`t4`.`id` = `p`.`k1`))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t5` WHERE (`t5`.`parent_id` = `t2`.`id` AND (NOT (`t5`.`id` = `t2`.`id`) AND NOT (`t5`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t6` WHERE `t6`.`item_id` = `t2`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t7` WHERE (`t7`.`item_id` = `t2`.`id` AND `t7`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t8`, `shop`.`label` AS `t9` WHERE (`t8`.`item_id` = `t2`.`id` AND `t9`.`id` = `t8`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`, `t1`.`id` AS `k1`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t2` ON `t2`.`owner_id` = `p`.`k1`
WHERE NOT (`t2`.`id` = `p`.`k0`)
ORDER BY `p`.`n`, `t2`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t10`.`id`, CAST(CONVERT(`t10`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t10`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t10`.`note` USING utf8mb4) AS BINARY), `t10`.`is_active`, CAST(CONVERT(`t10`.`created_at` USING utf8mb4) AS BINARY), `t10`.`owner_id`, `t10`.`reviewer_id`, `t10`.`parent_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`person` AS `t11` WHERE (`t11`.`id` = `t10`.`owner_id` AND NOT (`t11`.`id` = `p`.`k0`))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t12` WHERE (`t12`.`id` = `t10`.`parent_id` AND (NOT (`t12`.`id` = `t10`.`id`) AND NOT (`t12`.`id` = `p`.`k1`)))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t13` WHERE (`t13`.`parent_id` = `t10`.`id` AND (NOT (`t13`.`id` = `t10`.`id`) AND NOT (`t13`.`id` = `p`.`k1`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t14` WHERE `t14`.`item_id` = `t10`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t15` WHERE (`t15`.`item_id` = `t10`.`id` AND `t15`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t16`, `shop`.`label` AS `t17` WHERE (`t16`.`item_id` = `t10`.`id` AND `t17`.`id` = `t16`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t1`.`id` AS `k0`, `t0`.`id` AS `k1`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`
WHERE NOT (`t10`.`id` = `p`.`k1`)
ORDER BY `p`.`n`, `t10`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t34`.`id`, CAST(CONVERT(`t34`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t34`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t34`.`note` USING utf8mb4) AS BINARY), `t34`.`is_active`, CAST(CONVERT(`t34`.`created_at` USING utf8mb4) AS BINARY), `t34`.`owner_id`, `t34`.`reviewer_id`, `t34`.`parent_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`person` AS `t35` WHERE `t35`.`id` = `t34`.`owner_id`) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t36` WHERE `t36`.`id` = `t34`.`reviewer_id`) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t37` WHERE (`t37`.`parent_id` = `t34`.`id` AND (NOT (`t37`.`id` = `t34`.`id`) AND NOT (`t37`.`id` = `p`.`k0`) AND NOT (`t37`.`id` = `p`.`k1`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t38` WHERE `t38`.`item_id` = `t34`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t39` WHERE (`t39`.`item_id` = `t34`.`id` AND `t39`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t40`, `shop`.`label` AS `t41` WHERE (`t40`.`item_id` = `t34`.`id` AND `t41`.`id` = `t40`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t18`.`id` AS `k0`, `t0`.`id` AS `k1`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t18` ON (`t18`.`id` = `t0`.`parent_id` AND NOT (`t18`.`id` = `t0`.`id`))
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t34` ON `t34`.`parent_id` = `p`.`k0`
WHERE (NOT (`t34`.`id` = `p`.`k0`) AND NOT (`t34`.`id` = `p`.`k1`))
ORDER BY `p`.`n`, `t34`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t42`.`item_id`, `t42`.`label_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`label` AS `t43` WHERE `t43`.`id` = `t42`.`label_id`) OR EXISTS (SELECT 1 FROM `shop`.`print` AS `t44` WHERE (`t44`.`item_id` = `t42`.`item_id` AND `t44`.`label_id` = `t42`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t18`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t18` ON (`t18`.`id` = `t0`.`parent_id` AND NOT (`t18`.`id` = `t0`.`id`))
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t42` ON `t42`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t42`.`item_id`, `t42`.`label_id`
-- $1 = 3 (bigint)
-- next
SELECT `t45`.`id`, `t45`.`item_id`, CAST(CONVERT(`t45`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t45`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t18`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t18` ON (`t18`.`id` = `t0`.`parent_id` AND NOT (`t18`.`id` = `t0`.`id`))
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`memo` AS `t45` ON `t45`.`item_id` = `p`.`k0`
WHERE `t45`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t45`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t46`.`id`, CAST(CONVERT(`t46`.`name` USING utf8mb4) AS BINARY), CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t48` WHERE `t48`.`label_id` = `t46`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t49`, `shop`.`item` AS `t50` WHERE (`t49`.`label_id` = `t46`.`id` AND `t50`.`id` = `t49`.`item_id` AND (NOT (`t50`.`id` = `p`.`k0`) AND NOT (`t50`.`id` = `p`.`k1`))))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t18`.`id` AS `k0`, `t0`.`id` AS `k1`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t18` ON (`t18`.`id` = `t0`.`parent_id` AND NOT (`t18`.`id` = `t0`.`id`))
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t47` ON `t47`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t46` ON `t46`.`id` = `t47`.`label_id`
ORDER BY `p`.`n`, `t46`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t52`.`id`, CAST(CONVERT(`t52`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t52`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t52`.`note` USING utf8mb4) AS BINARY), `t52`.`is_active`, CAST(CONVERT(`t52`.`created_at` USING utf8mb4) AS BINARY), `t52`.`owner_id`, `t52`.`reviewer_id`, `t52`.`parent_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item` AS `t53` WHERE (`t53`.`id` = `t52`.`parent_id` AND (NOT (`t53`.`id` = `t52`.`id`) AND NOT (`t53`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t54` WHERE (`t54`.`id` = `t52`.`reviewer_id` AND NOT (`t54`.`id` = `p`.`k1`))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t55` WHERE (`t55`.`parent_id` = `t52`.`id` AND (NOT (`t55`.`id` = `t52`.`id`) AND NOT (`t55`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t56` WHERE `t56`.`item_id` = `t52`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t57` WHERE (`t57`.`item_id` = `t52`.`id` AND `t57`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t58`, `shop`.`label` AS `t59` WHERE (`t58`.`item_id` = `t52`.`id` AND `t59`.`id` = `t58`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`, `t51`.`id` AS `k1`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t51` ON `t51`.`id` = `t0`.`reviewer_id`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t52` ON `t52`.`owner_id` = `p`.`k1`
WHERE NOT (`t52`.`id` = `p`.`k0`)
ORDER BY `p`.`n`, `t52`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t60`.`id`, CAST(CONVERT(`t60`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t60`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t60`.`note` USING utf8mb4) AS BINARY), `t60`.`is_active`, CAST(CONVERT(`t60`.`created_at` USING utf8mb4) AS BINARY), `t60`.`owner_id`, `t60`.`reviewer_id`, `t60`.`parent_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`person` AS `t61` WHERE (`t61`.`id` = `t60`.`owner_id` AND NOT (`t61`.`id` = `p`.`k0`))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t62` WHERE (`t62`.`id` = `t60`.`parent_id` AND (NOT (`t62`.`id` = `t60`.`id`) AND NOT (`t62`.`id` = `p`.`k1`)))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t63` WHERE (`t63`.`parent_id` = `t60`.`id` AND (NOT (`t63`.`id` = `t60`.`id`) AND NOT (`t63`.`id` = `p`.`k1`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t64` WHERE `t64`.`item_id` = `t60`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t65` WHERE (`t65`.`item_id` = `t60`.`id` AND `t65`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t66`, `shop`.`label` AS `t67` WHERE (`t66`.`item_id` = `t60`.`id` AND `t67`.`id` = `t66`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t51`.`id` AS `k0`, `t0`.`id` AS `k1`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t51` ON `t51`.`id` = `t0`.`reviewer_id`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t60` ON `t60`.`reviewer_id` = `p`.`k0`
WHERE NOT (`t60`.`id` = `p`.`k1`)
ORDER BY `p`.`n`, `t60`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t68`.`id`, CAST(CONVERT(`t68`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t68`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t68`.`note` USING utf8mb4) AS BINARY), `t68`.`is_active`, CAST(CONVERT(`t68`.`created_at` USING utf8mb4) AS BINARY), `t68`.`owner_id`, `t68`.`reviewer_id`, `t68`.`parent_id`, `t69`.`id`, CAST(CONVERT(`t69`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t69`.`email` USING utf8mb4) AS BINARY), `t72`.`id`, CAST(CONVERT(`t72`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t72`.`email` USING utf8mb4) AS BINARY), CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item` AS `t70` WHERE (`t70`.`owner_id` = `t69`.`id` AND (NOT (`t70`.`id` = `t68`.`id`) AND NOT (`t70`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t71` WHERE (`t71`.`reviewer_id` = `t69`.`id` AND (NOT (`t71`.`id` = `t68`.`id`) AND NOT (`t71`.`id` = `p`.`k0`))))) THEN 1 END, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item` AS `t73` WHERE (`t73`.`owner_id` = `t72`.`id` AND (NOT (`t73`.`id` = `t68`.`id`) AND NOT (`t73`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t74` WHERE (`t74`.`reviewer_id` = `t72`.`id` AND (NOT (`t74`.`id` = `t68`.`id`) AND NOT (`t74`.`id` = `p`.`k0`))))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t68` ON `t68`.`parent_id` = `p`.`k0`
LEFT JOIN `shop`.`person` AS `t69` ON `t69`.`id` = `t68`.`owner_id`
LEFT JOIN `shop`.`person` AS `t72` ON `t72`.`id` = `t68`.`reviewer_id`
WHERE NOT (`t68`.`id` = `p`.`k0`)
ORDER BY `p`.`n`, `t68`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t75`.`id`, CAST(CONVERT(`t75`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t75`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t75`.`note` USING utf8mb4) AS BINARY), `t75`.`is_active`, CAST(CONVERT(`t75`.`created_at` USING utf8mb4) AS BINARY), `t75`.`owner_id`, `t75`.`reviewer_id`, `t75`.`parent_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`person` AS `t76` WHERE `t76`.`id` = `t75`.`owner_id`) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t77` WHERE `t77`.`id` = `t75`.`reviewer_id`) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t78` WHERE (`t78`.`parent_id` = `t75`.`id` AND (NOT (`t78`.`id` = `t75`.`id`) AND NOT (`t78`.`id` = `p`.`k0`) AND NOT (`t78`.`id` = `p`.`k1`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t79` WHERE `t79`.`item_id` = `t75`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t80` WHERE (`t80`.`item_id` = `t75`.`id` AND `t80`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t81`, `shop`.`label` AS `t82` WHERE (`t81`.`item_id` = `t75`.`id` AND `t82`.`id` = `t81`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t68`.`id`) AS `n`, `t68`.`id` AS `k0`, `p`.`k0` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t68` ON `t68`.`parent_id` = `p`.`k0`
WHERE NOT (`t68`.`id` = `p`.`k0`)) AS `p`
JOIN `shop`.`item` AS `t75` ON `t75`.`parent_id` = `p`.`k0`
WHERE (NOT (`t75`.`id` = `p`.`k0`) AND NOT (`t75`.`id` = `p`.`k1`))
ORDER BY `p`.`n`, `t75`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t83`.`item_id`, `t83`.`label_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`label` AS `t84` WHERE `t84`.`id` = `t83`.`label_id`) OR EXISTS (SELECT 1 FROM `shop`.`print` AS `t85` WHERE (`t85`.`item_id` = `t83`.`item_id` AND `t85`.`label_id` = `t83`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t68`.`id`) AS `n`, `t68`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t68` ON `t68`.`parent_id` = `p`.`k0`
WHERE NOT (`t68`.`id` = `p`.`k0`)) AS `p`
JOIN `shop`.`item_label` AS `t83` ON `t83`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t83`.`item_id`, `t83`.`label_id`
-- $1 = 3 (bigint)
-- next
SELECT `t86`.`id`, `t86`.`item_id`, CAST(CONVERT(`t86`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t86`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t68`.`id`) AS `n`, `t68`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t68` ON `t68`.`parent_id` = `p`.`k0`
WHERE NOT (`t68`.`id` = `p`.`k0`)) AS `p`
JOIN `shop`.`memo` AS `t86` ON `t86`.`item_id` = `p`.`k0`
WHERE `t86`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t86`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t87`.`id`, CAST(CONVERT(`t87`.`name` USING utf8mb4) AS BINARY), CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t89` WHERE `t89`.`label_id` = `t87`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t90`, `shop`.`item` AS `t91` WHERE (`t90`.`label_id` = `t87`.`id` AND `t91`.`id` = `t90`.`item_id` AND (NOT (`t91`.`id` = `p`.`k0`) AND NOT (`t91`.`id` = `p`.`k1`))))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t68`.`id`) AS `n`, `t68`.`id` AS `k0`, `p`.`k0` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t68` ON `t68`.`parent_id` = `p`.`k0`
WHERE NOT (`t68`.`id` = `p`.`k0`)) AS `p`
JOIN `shop`.`item_label` AS `t88` ON `t88`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t87` ON `t87`.`id` = `t88`.`label_id`
ORDER BY `p`.`n`, `t87`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t92`.`item_id`, `t92`.`label_id`, `t93`.`id`, CAST(CONVERT(`t93`.`name` USING utf8mb4) AS BINARY), CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t94` WHERE (`t94`.`label_id` = `t93`.`id` AND NOT ((`t94`.`item_id` = `t92`.`item_id` AND `t94`.`label_id` = `t92`.`label_id`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t95`, `shop`.`item` AS `t96` WHERE (`t95`.`label_id` = `t93`.`id` AND `t96`.`id` = `t95`.`item_id` AND NOT (`t96`.`id` = `p`.`k0`)))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t92` ON `t92`.`item_id` = `p`.`k0`
LEFT JOIN `shop`.`label` AS `t93` ON `t93`.`id` = `t92`.`label_id`
ORDER BY `p`.`n`, `t92`.`item_id`, `t92`.`label_id`
-- $1 = 3 (bigint)
-- next
SELECT `t97`.`item_id`, `t97`.`label_id`, `t97`.`copies`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t92`.`item_id`, `t92`.`label_id`) AS `n`, `t92`.`item_id` AS `k0`, `t92`.`label_id` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t92` ON `t92`.`item_id` = `p`.`k0`) AS `p`
JOIN `shop`.`print` AS `t97` ON (`t97`.`item_id` = `p`.`k0` AND `t97`.`label_id` = `p`.`k1`)
ORDER BY `p`.`n`
-- $1 = 3 (bigint)
-- next
SELECT `t98`.`id`, `t98`.`item_id`, CAST(CONVERT(`t98`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t98`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`memo` AS `t98` ON `t98`.`item_id` = `p`.`k0`
WHERE `t98`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t98`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t99`.`id`, CAST(CONVERT(`t99`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t100` ON `t100`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t99` ON `t99`.`id` = `t100`.`label_id`
ORDER BY `p`.`n`, `t99`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t101`.`item_id`, `t101`.`label_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`item` AS `t102` WHERE (`t102`.`id` = `t101`.`item_id` AND NOT (`t102`.`id` = `p`.`k0`))) OR EXISTS (SELECT 1 FROM `shop`.`print` AS `t103` WHERE (`t103`.`item_id` = `t101`.`item_id` AND `t103`.`label_id` = `t101`.`label_id`))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t99`.`id`) AS `n`, `p`.`k0` AS `k0`, `t99`.`id` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t100` ON `t100`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t99` ON `t99`.`id` = `t100`.`label_id`) AS `p`
JOIN `shop`.`item_label` AS `t101` ON `t101`.`label_id` = `p`.`k1`
ORDER BY `p`.`n`, `t101`.`item_id`, `t101`.`label_id`
-- $1 = 3 (bigint)
-- next
SELECT `t104`.`id`, CAST(CONVERT(`t104`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t104`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t104`.`note` USING utf8mb4) AS BINARY), `t104`.`is_active`, CAST(CONVERT(`t104`.`created_at` USING utf8mb4) AS BINARY), `t104`.`owner_id`, `t104`.`reviewer_id`, `t104`.`parent_id`, CASE WHEN (EXISTS (SELECT 1 FROM `shop`.`person` AS `t106` WHERE `t106`.`id` = `t104`.`owner_id`) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t107` WHERE (`t107`.`id` = `t104`.`parent_id` AND (NOT (`t107`.`id` = `t104`.`id`) AND NOT (`t107`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t108` WHERE `t108`.`id` = `t104`.`reviewer_id`) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t109` WHERE (`t109`.`parent_id` = `t104`.`id` AND (NOT (`t109`.`id` = `t104`.`id`) AND NOT (`t109`.`id` = `p`.`k0`)))) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t110` WHERE `t110`.`item_id` = `t104`.`id`) OR EXISTS (SELECT 1 FROM `shop`.`memo` AS `t111` WHERE (`t111`.`item_id` = `t104`.`id` AND `t111`.`deleted_at` IS NULL)) OR EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t112`, `shop`.`label` AS `t113` WHERE (`t112`.`item_id` = `t104`.`id` AND `t113`.`id` = `t112`.`label_id` AND NOT (`t113`.`id` = `p`.`k1`)))) THEN 1 END, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t99`.`id`) AS `n`, `p`.`k0` AS `k0`, `t99`.`id` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t100` ON `t100`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t99` ON `t99`.`id` = `t100`.`label_id`) AS `p`
JOIN `shop`.`item_label` AS `t105` ON `t105`.`label_id` = `p`.`k1`
JOIN `shop`.`item` AS `t104` ON `t104`.`id` = `t105`.`item_id`
WHERE NOT (`t104`.`id` = `p`.`k0`)
ORDER BY `p`.`n`, `t104`.`id`
-- $1 = 3 (bigint)
