/** Names of one language community of the demonstration; none is a real person. */
export interface NamePool {
  readonly locale: 'es' | 'en' | 'hy' | 'ko';
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly children: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const SPANISH: NamePool = {
  locale: 'es',
  women: words('Rosa María Guadalupe Elena Carmen Lucía Marisol Yolanda Teresa Verónica Alejandra Patricia Silvia Leticia Norma Beatriz Claudia Gabriela Adriana Esperanza'),
  men: words('José Luis Miguel Carlos Javier Raúl Francisco Antonio Ernesto Héctor Salvador Rubén Arturo Manuel Óscar Ricardo Sergio Fernando Julio Ramón'),
  children: words('Sofía Mateo Valentina Santiago Camila Diego Ximena Emiliano Daniela Ángel Natalia Iker Fernanda Leonardo Renata Joaquín Abril Bruno Jimena Andrés Itzel Gael Paola Adrián Citlali Tomás'),
  families: words('García Hernández López Martínez González Ramírez Sánchez Flores Rivera Torres Gómez Díaz Reyes Morales Cruz Ortiz Gutiérrez Chávez Ramos Ruiz Mendoza Álvarez Castillo Vásquez Romero Moreno Herrera Medina Aguilar Vargas Guzmán Salazar'),
};

export const ENGLISH: NamePool = {
  locale: 'en',
  women: words('Denise Karen Tanya Michelle Latoya Angela Renee Monique Alicia Heather Simone Jasmine Priya Grace Erica Natalie Yvonne Danielle'),
  men: words('Marcus James Darnell Kevin Andre Brian Terrence Joseph Curtis Anthony Reginald Samuel Victor Gregory Malik Patrick Derek Wesley'),
  children: words('Aaliyah Jayden Maya Elijah Zoe Isaiah Imani Caleb Nia Xavier Ruby Miles Kiara Jordan Amara Theo Leila Marcus Naomi Desmond Harper Owen'),
  families: words('Johnson Williams Brown Davis Robinson Walker Harris Clark Lewis Coleman Bennett Foster Hayes Simmons Patel Nguyen Santos Reed Okafor Bailey Brooks Howard Price Sullivan Dawson Whitfield'),
};

export const ARMENIAN: NamePool = {
  locale: 'hy',
  women: words('Anahit Lusine Narine Karine Gayane Armine Hasmik Siranush Ruzanna Marine'),
  men: words('Armen Hovhannes Gevorg Tigran Ashot Vahe Karen Samvel Artur Hrant'),
  children: words('Ani Davit Mariam Narek Lilit Aram Nane Hayk Tatev Gor Milena Areg'),
  families: words('Petrosyan Hakobyan Sargsyan Grigoryan Harutyunyan Khachatryan Avetisyan Ghazaryan Manukyan Danielyan Martirosyan'),
};

export const KOREAN: NamePool = {
  locale: 'ko',
  women: words('Ji-young Eun-jung Mi-kyung Soo-jin Hye-jin Yun-hee Kyung-sook Min-seo'),
  men: words('Sung-ho Jae-hyun Dong-wook Young-min Hyun-woo Tae-hoon Sang-jun Ki-tae'),
  children: words('Seo-yeon Min-jun Ha-eun Do-yun Ji-woo Ye-jun Chloe Ethan Yuna Jun'),
  families: words('Kim Lee Park Choi Jung Kang Yoon Cho Lim Shin Han'),
};
